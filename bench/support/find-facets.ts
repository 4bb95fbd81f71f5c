import type { Lang } from '../../src/core/model/lang.ts'

/**
 * A thing that records are about: how people who were there tell it, and how somebody at a desk asks for it. Both were
 * written from the field's own lists and from how reports read, without looking at the thesaurus; some of the tellings
 * name the thing only by what it did.
 */
export type FacetWords = {
  readonly told: Readonly<Record<Lang, readonly string[]>>
  readonly asked: Readonly<Record<Lang, string>>
}

function facet(
  asked: readonly [string, string, string],
  en: readonly string[],
  fr: readonly string[],
  es: readonly string[],
): FacetWords {
  return { asked: { en: asked[0], fr: asked[1], es: asked[2] }, told: { en, fr, es } }
}

/** Natural and other hazards, as international lists of disasters have them. */
export const HAZARDS: readonly FacetWords[] = [
  facet(
    ['flood', 'inondation', 'inundación'],
    ['The river burst its banks and flooded forty houses.', 'Flood waters stood in the lanes for nine days.'],
    [
      'Le fleuve est sorti de son lit et la crue a emporté les greniers.',
      'Les quartiers bas ont été inondés en une nuit.',
    ],
    ['El río se desbordó y la crecida se llevó los corrales.', 'Las inundaciones dejaron el barrio bajo el agua.'],
  ),
  facet(
    ['drought', 'sécheresse', 'sequía'],
    [
      'After the third year of drought the wells gave mud.',
      'The rains failed again and the drought emptied the pastures.',
    ],
    [
      'La sécheresse a vidé les puits pour la troisième année.',
      'Faute de pluie, la sécheresse a poussé les troupeaux vers le sud.',
    ],
    ['La sequía dejó los pozos sin agua por tercer año.', 'Sin lluvias, la sequía vació los pastos.'],
  ),
  facet(
    ['tropical cyclone', 'cyclone tropical', 'ciclón tropical'],
    ['The cyclone tore the roofs off the school.', 'When the hurricane had passed, no boat was left.'],
    ['Le cyclone a arraché les toits de l’école.', 'Après l’ouragan, il ne restait aucune pirogue.'],
    ['El ciclón arrancó los techos de la escuela.', 'Pasado el huracán no quedaba ninguna lancha.'],
  ),
  facet(
    ['earthquake', 'tremblement de terre', 'terremoto'],
    ['The earthquake brought down the clinic at dawn.', 'Aftershocks kept people outside for a week after the quake.'],
    ['Le séisme a détruit le dispensaire à l’aube.', 'Après le tremblement de terre, on a dormi dehors une semaine.'],
    ['El sismo derrumbó el consultorio al amanecer.', 'Tras el terremoto la gente durmió fuera una semana.'],
  ),
  facet(
    ['epidemic', 'épidémie', 'epidemia'],
    [
      'Cholera broke out in the market; the epidemic lasted ten weeks.',
      'The outbreak began with two families by the river.',
    ],
    [
      'L’épidémie est partie du marché et a duré dix semaines.',
      'La flambée a commencé dans deux familles du bord du fleuve.',
    ],
    ['La epidemia empezó en el mercado y duró diez semanas.', 'El brote comenzó en dos familias de la ribera.'],
  ),
  facet(
    ['landslide', 'glissement de terrain', 'deslizamiento de tierra'],
    ['A landslide cut the only road.', 'Mud slides buried the terraces above the village.'],
    ['Un glissement de terrain a coupé la seule route.', 'Les coulées de boue ont enseveli les terrasses.'],
    ['Un deslizamiento cortó el único camino.', 'El alud de tierra sepultó las terrazas.'],
  ),
  facet(
    ['volcano', 'volcan', 'volcán'],
    ['Ash from the volcano covered the fields.', 'The eruption drove four villages to the coast.'],
    ['Les cendres du volcan ont couvert les champs.', 'L’éruption a chassé quatre villages vers la côte.'],
    ['La ceniza del volcán cubrió los campos.', 'La erupción empujó a cuatro pueblos hacia la costa.'],
  ),
  facet(
    ['wildfire', 'feu de forêt', 'incendio forestal'],
    ['The bushfire came within a mile of the houses.', 'Wildfires burnt the hills for six days.'],
    [
      'Le feu de brousse est venu à un kilomètre des maisons.',
      'Les incendies de forêt ont brûlé les collines six jours durant.',
    ],
    [
      'El incendio forestal llegó a un kilómetro de las casas.',
      'El fuego quemó los cerros durante seis días en incendios forestales.',
    ],
  ),
  facet(
    ['cold wave', 'vague de froid', 'ola de frío'],
    ['The cold spell killed the young alpacas.', 'In the cold wave stoves were shared between houses.'],
    ['La vague de froid a tué les jeunes bêtes.', 'Par grand froid, on a partagé les poêles entre maisons.'],
    ['La helada mató a las crías.', 'En la ola de frío se compartieron las estufas.'],
  ),
  facet(
    ['insect infestation', 'infestation d’insectes', 'plaga de insectos'],
    ['Locusts ate the millet in two days.', 'Swarms of desert locusts came over the ridge.'],
    ['Les criquets ont mangé le mil en deux jours.', 'Des essaims de criquets pèlerins ont passé la crête.'],
    ['La langosta se comió el mijo en dos días.', 'Nubes de langostas pasaron la loma.'],
  ),
  facet(
    ['conflict displacement', 'déplacement lié au conflit', 'desplazamiento por el conflicto'],
    [
      'Fighting drove people from their homes; the displaced sleep in the stadium.',
      'Families displaced by the conflict were taken in by strangers.',
    ],
    [
      'Les combats ont chassé les gens ; les déplacés du conflit dorment au stade.',
      'Des familles déplacées par le conflit ont été accueillies par des inconnus.',
    ],
    [
      'El conflicto expulsó a la gente; los desplazados duermen en el estadio.',
      'Familias desplazadas por el conflicto fueron acogidas por desconocidos.',
    ],
  ),
  facet(
    ['tsunami', 'raz-de-marée', 'tsunami'],
    ['The tsunami took the fishing quarter.', 'After the tsunami the wells were salt.'],
    ['Le tsunami a emporté le quartier des pêcheurs.', 'Après le raz-de-marée, les puits étaient salés.'],
    ['El tsunami se llevó el barrio de pescadores.', 'Después del maremoto los pozos eran salobres.'],
  ),
]

/** Sectors of response, as those who coordinate it divide the work. */
export const SECTORS: readonly FacetWords[] = [
  facet(
    ['water sanitation hygiene', 'eau assainissement hygiène', 'agua saneamiento higiene'],
    ['Volunteers dug latrines and showed how to wash hands.', 'They chlorinated the wells and mended the pump.'],
    [
      'Des volontaires ont creusé des latrines et montré le lavage des mains.',
      'Elles ont chloré l’eau des puits et réparé la pompe, pour l’hygiène de tous.',
    ],
    [
      'Los voluntarios cavaron letrinas y enseñaron a lavarse las manos.',
      'Cloraron el agua de los pozos y cuidaron la higiene.',
    ],
  ),
  facet(
    ['shelter', 'abris', 'alojamiento'],
    ['Tents and tarpaulins went up on the football pitch.', 'Shelter came first: bamboo, rope, plastic sheets.'],
    ['On a monté des tentes et des bâches sur le terrain de sport.', 'L’abri d’abord : bambou, corde, plastique.'],
    ['Se levantaron carpas y toldos en la cancha.', 'Primero el techo: refugios de caña y plástico.'],
  ),
  facet(
    ['health', 'santé', 'salud'],
    ['Nurses held a clinic under the mango tree.', 'The health post opened at night.'],
    [
      'Des infirmières ont consulté sous le manguier, en guise de centre de santé.',
      'Le poste de santé est resté ouvert la nuit.',
    ],
    ['Las enfermeras atendieron bajo el mango, como puesto de salud.', 'El centro de salud abrió de noche.'],
  ),
  facet(
    ['food security', 'sécurité alimentaire', 'seguridad alimentaria'],
    ['Rations were short and seed was shared.', 'Food security hung on one grain store.'],
    [
      'Les rations manquaient, on a partagé les semences pour la sécurité alimentaire.',
      'La sécurité alimentaire tenait à un grenier.',
    ],
    ['Faltaban raciones y se compartió la semilla.', 'La seguridad alimentaria dependía de un granero.'],
  ),
  facet(
    ['education', 'éducation', 'educación'],
    ['Lessons went on in a tent with one blackboard.', 'Retired teachers opened the school again.'],
    [
      'Les cours ont repris sous une tente avec un tableau, école malgré tout.',
      'Des enseignantes retraitées ont rouvert l’école.',
    ],
    ['Las clases siguieron en una carpa con una pizarra, como escuela.', 'Maestras jubiladas reabrieron la escuela.'],
  ),
  facet(
    ['protection', 'protection', 'protección'],
    [
      'A quiet corner was kept for children who had lost their families.',
      'Women walked in groups so that all were protected.',
    ],
    [
      'Un coin calme attendait les enfants sans famille : les protéger d’abord.',
      'Les femmes marchaient en groupe pour se protéger.',
    ],
    [
      'Un rincón tranquilo esperaba a los niños sin familia, para protegerlos.',
      'Las mujeres caminaban en grupo para protegerse.',
    ],
  ),
  facet(
    ['logistics', 'logistique', 'logística'],
    [
      'Trucks waited for the bridge; boats carried the rest from the warehouse.',
      'Without logistics the stores stayed at the port.',
    ],
    [
      'Les camions attendaient le pont ; du dépôt, la logistique passait par pirogue.',
      'Sans logistique, les stocks restaient au port.',
    ],
    [
      'Los camiones esperaban el puente; la logística siguió en lancha.',
      'Sin logística, todo quedó en el almacén del puerto.',
    ],
  ),
  facet(
    ['nutrition', 'nutrition', 'nutrición'],
    ['Babies were weighed every week; the malnourished came first.', 'A nutrition team measured arms in the queue.'],
    [
      'On pesait les bébés chaque semaine, les malnutris d’abord.',
      'Une équipe de nutrition mesurait les bras dans la file.',
    ],
    ['Se pesaba a los bebés cada semana, primero los desnutridos.', 'Un equipo de nutrición medía brazos en la fila.'],
  ),
]

/** What a programme files its knowledge under. */
export const SUBJECTS: readonly FacetWords[] = [
  facet(
    ['gender', 'genre', 'género'],
    [
      'Women chaired the meeting for the first time, and gender was on the agenda.',
      'Men cooked while women drew the map: gender roles turned.',
    ],
    [
      'Des femmes ont présidé la réunion pour la première fois : une affaire de genre.',
      'Les rôles de genre se sont inversés.',
    ],
    [
      'Las mujeres presidieron la reunión por primera vez: cuestión de género.',
      'Los papeles de género se invirtieron.',
    ],
  ),
  facet(
    ['coordination', 'coordination', 'coordinación'],
    ['Eleven organisations met at six every evening to coordinate.', 'One list for all: coordination on a blackboard.'],
    [
      'Onze organisations se coordonnaient chaque soir à six heures.',
      'Une seule liste pour tous : la coordination au tableau noir.',
    ],
    [
      'Once organizaciones se coordinaban cada tarde a las seis.',
      'Una sola lista para todos: coordinación en una pizarra.',
    ],
  ),
  facet(
    ['recovery and reconstruction', 'relèvement et reconstruction', 'recuperación y reconstrucción'],
    ['They rebuilt the bridge themselves.', 'Reconstruction began with the market.'],
    ['Ils ont reconstruit le pont eux-mêmes.', 'La reconstruction a commencé par le marché.'],
    ['Reconstruyeron el puente ellos mismos.', 'La reconstrucción empezó por el mercado.'],
  ),
  facet(
    ['climate change and environment', 'changement climatique et environnement', 'cambio climático y medio ambiente'],
    [
      'Elders say the climate has changed and planted mangroves.',
      'The environment club counts the returning birds and talks of climate.',
    ],
    [
      'Les anciens disent que le climat a changé et ont planté des palétuviers.',
      'Le club de l’environnement parle du climat et compte les oiseaux.',
    ],
    [
      'Los ancianos dicen que el clima ha cambiado y sembraron mangle.',
      'El club del medio ambiente habla del clima y cuenta aves.',
    ],
  ),
  facet(
    ['agriculture', 'agriculture', 'agricultura'],
    ['Farmers tried three kinds of sorghum.', 'Seed was kept back for the next planting; farming went on.'],
    ['Les agriculteurs ont essayé trois sorghos.', 'Les paysans ont gardé des semences pour les cultures.'],
    ['Los agricultores probaron tres sorgos.', 'Los campesinos guardaron semilla para el cultivo.'],
  ),
  facet(
    ['disaster preparedness', 'préparation aux catastrophes', 'preparación ante desastres'],
    [
      'Drills were held before the season: every street knew its stairs and was prepared for disaster.',
      'Disaster preparedness fits on one page.',
    ],
    [
      'Des exercices avant la saison : chaque rue se prépare aux catastrophes.',
      'La préparation aux catastrophes tient sur une page.',
    ],
    [
      'Simulacros antes de la temporada: cada calle se prepara para el desastre.',
      'La preparación para desastres cabe en una hoja.',
    ],
  ),
  facet(
    ['funding', 'financement', 'financiación'],
    ['Donors paid late, and the fund ran dry in May.', 'Finance came from market dues.'],
    ['Les bailleurs ont payé tard et le fonds s’est vidé en mai.', 'Le financement venait des taxes du marché.'],
    ['Los donantes pagaron tarde y el fondo se agotó en mayo.', 'La financiación vino de las cuotas del mercado.'],
  ),
  facet(
    ['safety and security', 'sûreté et sécurité', 'seguridad'],
    ['After dark nobody went out: the road was not safe.', 'Security rules were read aloud to each new volunteer.'],
    ['La nuit, personne ne sortait : la route n’était pas sûre.', 'On lisait les règles de sécurité à chaque nouveau.'],
    ['De noche nadie salía: el camino no era seguro.', 'Las normas de seguridad se leían a cada nuevo voluntario.'],
  ),
]
