import type { Lang } from '../../src/core/model/lang.ts'

/** A passage of our own, with the goals that a reader would name, the main one first. */
export type SdgPassage = { readonly lang: Lang; readonly goals: readonly number[]; readonly text: string }

/**
 * Two stories for each goal, each told in three languages. They were written for this bench before it was first run, by
 * the person who wrote the concepts: what they measure is optimistic. They are never learnt from.
 */
const STORIES: readonly (readonly [goals: readonly number[], en: string, fr: string, es: string])[] = [
  [
    [1],
    'Widows in the hills live on less than a dollar a day. A monthly grant let them keep their animals and pay the school fees.',
    'Les veuves des collines vivent avec moins d’un dollar par jour. Une allocation mensuelle leur a permis de garder leurs bêtes.',
    'Las viudas de las colinas viven con menos de un dólar al día. Una ayuda mensual les permitió conservar sus animales.',
  ],
  [
    [1, 10],
    'The survey found that one family in four could not meet its basic needs, and that most of them had no social protection at all.',
    'L’enquête montre qu’une famille sur quatre ne couvre pas ses besoins essentiels et que la plupart n’ont aucune protection sociale.',
    'La encuesta mostró que una de cada cuatro familias no cubre sus necesidades básicas y que la mayoría carece de protección social.',
  ],
  [
    [2],
    'Village granaries keep the sorghum dry until the lean season, so that nobody eats the seed.',
    'Les greniers du village gardent le sorgho au sec jusqu’à la soudure, et personne ne mange plus les semences.',
    'Los graneros del pueblo guardan seco el sorgo hasta la época de escasez, y nadie se come ya la semilla.',
  ],
  [
    [2, 3],
    'Mothers weigh their babies every month; porridge with groundnuts brought acute malnutrition down by a third.',
    'Les mères pèsent leurs bébés chaque mois ; la bouillie enrichie d’arachide a fait reculer d’un tiers la malnutrition aiguë.',
    'Las madres pesan a sus bebés cada mes; las gachas con cacahuete redujeron en un tercio la desnutrición aguda.',
  ],
  [
    [3],
    'Volunteers on bicycles carry samples to the laboratory, and patients with tuberculosis begin their treatment a week earlier.',
    'Des volontaires à vélo portent les prélèvements au laboratoire, et les malades de la tuberculose sont soignés une semaine plus tôt.',
    'Voluntarios en bicicleta llevan las muestras al laboratorio, y los enfermos de tuberculosis empiezan el tratamiento una semana antes.',
  ],
  [
    [3],
    'A telephone line staffed by retired nurses answers young people who think of suicide.',
    'Une ligne téléphonique tenue par des infirmières retraitées répond aux jeunes qui pensent au suicide.',
    'Una línea telefónica atendida por enfermeras jubiladas responde a jóvenes que piensan en el suicidio.',
  ],
  [
    [4],
    'Students tutored pupils in arithmetic during the holidays; in autumn twice as many passed into secondary school.',
    'Des étudiants ont donné des leçons de calcul aux élèves pendant les vacances ; deux fois plus sont entrés au collège.',
    'Universitarios dieron clases de aritmética a los alumnos en vacaciones; pasó a secundaria el doble de ellos.',
  ],
  [
    [4, 5],
    'An evening class teaches adults to read, most of them women who had left school at nine.',
    'Un cours du soir apprend à lire à des adultes, surtout des femmes qui avaient quitté l’école à neuf ans.',
    'Una clase nocturna enseña a leer a personas adultas, sobre todo mujeres que dejaron la escuela a los nueve años.',
  ],
  [
    [5],
    'Since the council reserved a third of its seats, wives, widows and market women speak where only men had spoken.',
    'Depuis que le conseil réserve un tiers des sièges aux femmes, elles parlent là où seuls les hommes parlaient.',
    'Desde que el concejo reserva un tercio de los escaños a las mujeres, ellas hablan donde solo hablaban los hombres.',
  ],
  [
    [5, 16],
    'Grandmothers who used to perform excision now persuade families to give it up, and girls know whom to call.',
    'Les grands-mères qui pratiquaient l’excision persuadent maintenant les familles d’y renoncer, et les filles savent qui appeler.',
    'Las abuelas que practicaban la ablación convencen ahora a las familias de abandonarla, y las niñas saben a quién llamar.',
  ],
  [
    [6],
    'The spring was fenced, a tap put beside the clinic, and diarrhoea fell by half. A caretaker tests the water for germs.',
    'La source est clôturée, un robinet coule près du dispensaire, et les diarrhées ont baissé de moitié. Un gardien analyse l’eau.',
    'El manantial está cercado, hay un grifo junto al dispensario y las diarreas bajaron a la mitad. Un cuidador analiza el agua.',
  ],
  [
    [6],
    'Masons built three hundred latrines, and nobody has to go to the fields at night any more.',
    'Les maçons ont construit trois cents latrines, et plus personne ne doit aller aux champs la nuit.',
    'Los albañiles construyeron trescientas letrinas, y ya nadie tiene que ir al campo de noche.',
  ],
  [
    [7],
    'A dozen panels on the roof of the school feed lamps, a refrigerator and the charging of telephones.',
    'Douze panneaux solaires sur le toit de l’école alimentent des lampes, un réfrigérateur et la recharge des téléphones.',
    'Doce paneles solares en el techo de la escuela alimentan lámparas, un refrigerador y la carga de teléfonos.',
  ],
  [
    [7, 13],
    'Improved stoves halve the firewood that a household burns; a small turbine in the stream now gives current to the mill.',
    'Les foyers améliorés réduisent de moitié le bois brûlé ; une petite turbine dans le ruisseau donne du courant au moulin.',
    'Las cocinas mejoradas reducen a la mitad la leña que se quema; una pequeña turbina en el arroyo da corriente al molino.',
  ],
  [
    [8],
    'The union negotiated contracts for the porters, with a minimum wage, insurance and a day of rest.',
    'Le syndicat a négocié des contrats pour les porteurs, avec un salaire minimum, une assurance et un jour de repos.',
    'El sindicato negoció contratos para los cargadores, con salario mínimo, seguro y un día de descanso.',
  ],
  [
    [8],
    'Young jobseekers found work after six weeks in a business incubator; eleven opened shops of their own.',
    'De jeunes chômeurs ont trouvé un emploi après six semaines d’incubateur ; onze ont créé leur entreprise.',
    'Jóvenes desempleados encontraron trabajo tras seis semanas de incubadora; once abrieron su propio negocio.',
  ],
  [
    [9],
    'The valley got a bridge and a paved road, and the workshops can bring their goods to the port in a day.',
    'La vallée a reçu un pont et une route goudronnée, et les ateliers expédient leurs produits au port en un jour.',
    'El valle recibió un puente y una carretera asfaltada, y los talleres llevan sus productos al puerto en un día.',
  ],
  [
    [9],
    'Engineers and researchers at the technical institute built a cheap antenna that brings broadband to twenty villages.',
    'Ingénieurs et chercheurs de l’institut ont construit une antenne peu chère qui apporte le haut débit à vingt villages.',
    'Ingenieros e investigadores del instituto construyeron una antena barata que lleva banda ancha a veinte aldeas.',
  ],
  [
    [10],
    'Refugees and people who lived in the town for generations sit on the same committee; discrimination is reported and answered.',
    'Réfugiés et habitants de longue date siègent au même comité ; les discriminations sont signalées et reçoivent une réponse.',
    'Refugiados y vecinos de siempre forman parte del mismo comité; la discriminación se denuncia y recibe respuesta.',
  ],
  [
    [10, 1],
    'The gap between the richest and the poorest tenth widened again, and the tax reform did little to redistribute income.',
    'L’écart entre le décile le plus riche et le plus pauvre s’est encore creusé, et la réforme a peu redistribué les revenus.',
    'La brecha entre el decil más rico y el más pobre volvió a crecer, y la reforma apenas redistribuyó los ingresos.',
  ],
  [
    [11],
    'Tenants of the old slum planned their new housing with the city, along with a square and a bus stop.',
    'Les locataires du bidonville ont conçu leurs nouveaux logements avec la ville, une place et un arrêt de bus.',
    'Los inquilinos del barrio marginal diseñaron con la ciudad sus nuevas viviendas, una plaza y una parada de autobús.',
  ],
  [
    [11],
    'Volunteers restored the facades of the old town and opened the ruined caravanserai as a museum.',
    'Des bénévoles ont restauré les façades de la vieille ville et fait du caravansérail un musée du patrimoine.',
    'Voluntarios restauraron las fachadas del casco antiguo de la ciudad y abrieron un museo en el viejo caravasar.',
  ],
  [
    [12],
    'Families sort glass, paper and plastic; the recycling cooperative sells what used to lie in the landfill.',
    'Les familles trient verre, papier et plastique ; la coopérative de recyclage vend ce qui finissait à la décharge.',
    'Las familias separan vidrio, papel y plástico; la cooperativa de reciclaje vende lo que acababa en el vertedero.',
  ],
  [
    [12, 2],
    'Restaurants weigh their food waste and consumers learn to read labels before they buy.',
    'Les restaurants pèsent leur gaspillage alimentaire, et les consommateurs apprennent à lire les étiquettes.',
    'Los restaurantes pesan su desperdicio de alimentos y los consumidores aprenden a leer las etiquetas.',
  ],
  [
    [13],
    'When the river gauge turns red, youths with megaphones warn the lower quarters of the flood hours before it comes.',
    'Quand l’échelle de crue passe au rouge, des jeunes avertissent les quartiers bas de l’inondation des heures avant.',
    'Cuando el nivel del río marca rojo, jóvenes con megáfonos avisan de la inundación horas antes de que llegue.',
  ],
  [
    [13],
    'The municipality measures its greenhouse gas emissions and has a plan to adapt to hotter summers.',
    'La commune mesure ses émissions de gaz à effet de serre et a un plan d’adaptation aux étés plus chauds.',
    'El municipio mide sus emisiones de gases de efecto invernadero y tiene un plan de adaptación a veranos más calurosos.',
  ],
  [
    [14],
    'Fishers agreed on a closed season and patrol the reef; octopus and snapper are back after two years.',
    'Les pêcheurs ont convenu d’une fermeture de la pêche et surveillent le récif ; poulpes et vivaneaux sont revenus.',
    'Los pescadores acordaron una veda y vigilan el arrecife; el pulpo y el pargo han vuelto en dos años.',
  ],
  [
    [14],
    'Divers counted corals before and after the cleaning of the beach and lifted two tonnes of lost nets from the sea floor.',
    'Des plongeurs ont compté les coraux avant et après le nettoyage de la plage et sorti de la mer deux tonnes de filets.',
    'Buzos contaron los corales antes y después de limpiar la playa y sacaron del mar dos toneladas de redes perdidas.',
  ],
  [
    [15],
    'Herders and rangers drew the border of the reserve together; antelopes and birds have come back to the dry forest.',
    'Éleveurs et gardes ont tracé ensemble la limite de la réserve ; antilopes et oiseaux sont revenus dans la forêt sèche.',
    'Pastores y guardas trazaron juntos el límite de la reserva; antílopes y aves han vuelto al bosque seco.',
  ],
  [
    [15, 13],
    'Half-moons dug by hand hold the rain on degraded land, and grass grows again where the desert was advancing.',
    'Des demi-lunes creusées à la main retiennent la pluie sur les terres dégradées, et l’herbe repousse face au désert.',
    'Medias lunas cavadas a mano retienen la lluvia en tierras degradadas, y vuelve a crecer hierba donde avanzaba el desierto.',
  ],
  [
    [16],
    'Paralegals accompany prisoners who have waited for a judge for years, and four hundred were released after a hearing.',
    'Des parajuristes accompagnent des détenus qui attendent un juge depuis des années ; quatre cents sont sortis de prison.',
    'Asistentes jurídicos acompañan a presos que llevan años esperando a un juez; cuatrocientos salieron de la cárcel.',
  ],
  [
    [16],
    'Elders of both villages swore peace after the killings, and the municipality now publishes its accounts on the town hall door.',
    'Les anciens des deux villages ont juré la paix après les meurtres, et la mairie affiche désormais ses comptes publics.',
    'Los ancianos de ambos pueblos juraron la paz tras los asesinatos, y el municipio publica ahora sus cuentas y rinde cuentas.',
  ],
  [
    [17],
    'Forty volunteers from eleven countries work online with local associations, the ministry and a foundation that pays for the platform.',
    'Quarante volontaires de onze pays travaillent en ligne avec des associations, le ministère et une fondation qui finance la plateforme.',
    'Cuarenta voluntarios de once países trabajan en línea con asociaciones locales, el ministerio y una fundación que financia la plataforma.',
  ],
  [
    [17],
    'Creditors postponed the debt payments, donors doubled their aid, and the statistical office publishes how both are spent.',
    'Les créanciers ont reporté la dette, les bailleurs ont doublé leur aide, et l’institut de la statistique publie l’usage des fonds.',
    'Los acreedores aplazaron la deuda, los donantes duplicaron su ayuda y el instituto de estadística publica cómo se gastan los fondos.',
  ],
]

/** The passages, story by story. */
export const SDG_PASSAGES: readonly SdgPassage[] = STORIES.flatMap(([goals, en, fr, es]) => [
  { lang: 'en', goals, text: en },
  { lang: 'fr', goals, text: fr },
  { lang: 'es', goals, text: es },
])
