import type { SdgPassage } from './sdg-passages.ts'

/**
 * French passages in the language of indicators and reports, written by hand in two parts: the first to look at mistakes, the
 * second kept apart from them. They are never learnt from.
 */
export const FRENCH_TO_LOOK_AT: readonly SdgPassage[] = passages([
  [
    1,
    'Part des habitants dont la consommation journalière reste sous la ligne fixée par le pays. Les enquêtes auprès des ménages fournissent les dépenses, corrigées des différences de prix entre régions.',
  ],
  [
    1,
    'Dans ces quartiers, une personne sur trois ne peut couvrir ses dépenses essentielles et vit de petits secours versés par la commune.',
  ],
  [
    2,
    'Proportion des enfants de moins de cinq ans dont la taille est trop petite pour leur âge, d’après les normes de croissance de l’OMS.',
  ],
  [
    2,
    'Les stocks de mil suffisent à peine jusqu’à la prochaine récolte, et les prix au marché ont doublé ; beaucoup de familles sautent un repas.',
  ],
  [
    3,
    'Nombre de décès de nouveau-nés dans les vingt-huit premiers jours, pour mille naissances vivantes, tel que l’état civil le déclare.',
  ],
  [
    3,
    'Le dépistage précoce du diabète et de l’hypertension dans les centres de santé réduit les hospitalisations et les décès prématurés.',
  ],
  [
    4,
    'Pourcentage des élèves de fin de primaire qui atteignent au moins le niveau minimal en lecture et en mathématiques.',
  ],
  [
    4,
    'La loi rend l’instruction gratuite pendant douze ans, mais un quart des enseignants n’a pas reçu de formation pédagogique.',
  ],
  [
    5,
    'Temps consacré chaque jour par les femmes et par les hommes aux soins et travaux domestiques non rémunérés, selon l’âge et le lieu.',
  ],
  [
    5,
    'Les sièges occupés par des femmes au parlement ont doublé depuis que la loi électorale impose l’alternance sur les listes.',
  ],
  [
    6,
    'Part de la population qui utilise un service d’assainissement géré en toute sécurité et dispose à domicile d’un lavabo avec de l’eau et du savon.',
  ],
  [
    6,
    'Le prélèvement d’eau douce dépasse la moitié des ressources renouvelables, et la nappe baisse d’un mètre par an.',
  ],
  [
    7,
    'Proportion des habitants qui cuisinent avec des combustibles propres ; le bois et le charbon dominent encore dans les campagnes.',
  ],
  [
    7,
    'La part de l’éolien et du solaire dans la consommation finale progresse, tandis que l’intensité énergétique recule.',
  ],
  [
    8,
    'Croissance annuelle du produit intérieur brut réel par personne occupée, calculée d’après les comptes nationaux.',
  ],
  [
    8,
    'Un jeune sur quatre n’est ni en emploi, ni en études, ni en formation ; le travail non déclaré reste la règle dans le bâtiment.',
  ],
  [
    9,
    'Valeur ajoutée de l’industrie manufacturière rapportée au produit intérieur brut, et dépenses de recherche et développement.',
  ],
  [
    9,
    'La route bitumée met chaque village à moins de deux kilomètres d’une voie praticable, et le réseau mobile couvre toute la province.',
  ],
  [
    10,
    'Rapport entre le revenu des dix pour cent les plus riches et celui des quarante pour cent les plus pauvres, avant et après impôt.',
  ],
  [
    10,
    'Les travailleurs migrants paient des frais de recrutement et des commissions élevées sur l’argent qu’ils envoient au pays.',
  ],
  [11, 'Proportion de la population urbaine qui vit dans des taudis ou des logements inadéquats.'],
  [11, 'La ville a élargi ses transports publics et ouvert des parcs ; la poussière fine dans l’air diminue.'],
  [12, 'Empreinte matérielle par habitant et quantité de déchets dangereux produite et traitée chaque année.'],
  [
    12,
    'Les supermarchés jettent moins d’aliments depuis que la loi les oblige à donner les invendus ; l’emballage est repris et recyclé.',
  ],
  [
    13,
    'Émissions totales de gaz à effet de serre par an et contribution déterminée au niveau national présentée au titre de l’Accord de Paris.',
  ],
  [13, 'Le plan d’adaptation prévoit des digues et des cultures résistantes, car les vagues de chaleur se répètent.'],
  [
    14,
    'Proportion des stocks de poissons dont le niveau est biologiquement viable, et surface des aires marines protégées.',
  ],
  [
    14,
    'Les déchets plastiques rejetés sur le littoral et l’acidité de la mer menacent les récifs et ceux qui vivent de la pêche.',
  ],
  [15, 'Surface des zones forestières en proportion de la surface terrestre, et part des terres dégradées.'],
  [
    15,
    'Le braconnage et les espèces exotiques envahissantes font reculer la faune du parc et les oiseaux des zones humides.',
  ],
  [16, 'Nombre de victimes d’homicide volontaire pour cent mille habitants, par sexe et par âge.'],
  [
    16,
    'Une personne sur cinq a versé un pot-de-vin à un agent public l’an dernier ; la moitié des détenus attend encore son jugement.',
  ],
  [17, 'Aide publique au développement nette, en pourcentage du revenu national brut des pays donateurs.'],
  [
    17,
    'Les pays conviennent de renforcer leurs offices de statistique, de partager les techniques à des conditions favorables et d’alléger la dette.',
  ],
])

/** The part that was kept apart. */
export const FRENCH_KEPT_APART: readonly SdgPassage[] = passages([
  [
    1,
    'La population couverte par au moins une prestation, qu’il s’agisse d’une pension de vieillesse, d’allocations pour enfants ou d’une indemnité de chômage, est mesurée à partir des registres administratifs.',
  ],
  [
    1,
    'Une famille démunie vit avec moins de deux dollars par jour et n’a ni terre ni épargne pour faire face aux coups du sort.',
  ],
  [
    2,
    'L’indicateur combine huit questions sur l’accès des personnes à une nourriture suffisante : ont-elles eu faim, ont-elles réduit les portions par manque d’argent ?',
  ],
  [
    2,
    'Le revenu moyen des petits producteurs, éleveurs et pêcheurs dépend des semences, du crédit et de l’accès aux marchés locaux.',
  ],
  [
    3,
    'Taux de mortalité maternelle, soit les femmes mortes des suites d’une grossesse ou d’un accouchement pour cent mille naissances.',
  ],
  [
    3,
    'L’accès aux vaccins et aux médicaments essentiels demeure coûteux pour les foyers ruraux ; la tuberculose et le paludisme persistent.',
  ],
  [
    4,
    'Taux de participation des adultes et des jeunes à un programme d’enseignement formel ou non formel au cours des douze mois précédents.',
  ],
  [
    4,
    'Les salles de classe n’ont ni électricité ni ordinateurs, et les filles handicapées quittent l’école avant la fin du premier cycle.',
  ],
  [
    5,
    'Proportion de femmes de vingt à vingt-quatre ans qui étaient mariées ou en couple avant l’âge de quinze ou de dix-huit ans.',
  ],
  [
    5,
    'Le harcèlement et les coups d’un conjoint restent rarement déclarés ; un foyer d’accueil et une ligne gratuite aident les victimes.',
  ],
  [
    6,
    'Proportion des eaux usées ménagères traitées sans danger et des masses d’eau dont la qualité ambiante est bonne.',
  ],
  [
    6,
    'Les comités locaux participent à la gestion du puits et du réseau, et veillent à ce que le bassin du fleuve soit partagé équitablement.',
  ],
  [7, 'Proportion de la population ayant accès à l’électricité, en ville et à la campagne.'],
  [
    7,
    'Les centrales au charbon ferment peu à peu et des panneaux sur les toits alimentent désormais les batteries du village.',
  ],
  [
    8,
    'Le taux d’accidents du travail mortels et le respect de la liberté syndicale sont suivis selon les textes de l’OIT.',
  ],
  [8, 'Les banques ouvrent plus de guichets pour mille adultes et le tourisme crée des emplois pour la population.'],
  [
    9,
    'Part des petites entreprises industrielles qui ont contracté un prêt ou une ligne de crédit, et nombre de chercheurs par million d’habitants.',
  ],
  [
    9,
    'Un incubateur réunit des ingénieurs ; ils modernisent les usines et posent la fibre optique le long du chemin de fer.',
  ],
  [
    10,
    'Part du travail dans le produit intérieur brut, et proportion de personnes vivant avec moins de la moitié du revenu médian.',
  ],
  [
    10,
    'Des politiques fiscales et salariales plus justes visent à réduire les écarts et à mettre fin aux pratiques discriminatoires.',
  ],
  [
    11,
    'Part de la population ayant aisément accès aux transports en commun, et coût du logement en proportion du revenu.',
  ],
  [
    11,
    'La municipalité protège le centre historique et collecte régulièrement les ordures de tous les arrondissements.',
  ],
  [
    12,
    'Nombre d’entreprises qui publient des rapports sur la durabilité, et subventions aux combustibles fossiles par unité de production.',
  ],
  [
    12,
    'Une étiquette dit aux acheteurs comment réparer l’appareil et d’où viennent ses matériaux ; les achats de l’État suivent ces critères.',
  ],
  [
    13,
    'L’éducation au changement climatique figure dans les programmes, et les pays développés mobilisent cent milliards de dollars par an.',
  ],
  [13, 'La hausse des températures accroît les sécheresses et les cyclones ; la région réduit ses rejets de carbone.'],
  [
    14,
    'Les subventions qui encouragent la pêche illicite et la surpêche doivent disparaître, et les petits pêcheurs accéder à la ressource.',
  ],
  [14, 'Les eaux côtières reçoivent trop d’azote, les algues s’étendent et les coraux blanchissent.'],
  [
    15,
    'Couverture des sites importants pour la biodiversité terrestre et d’eau douce par des aires protégées, par type d’écosystème.',
  ],
  [15, 'Des villageois replantent les versants de la montagne pour freiner l’érosion et le désert.'],
  [
    16,
    'Proportion d’enfants de moins de cinq ans dont la naissance a été enregistrée auprès d’une autorité d’état civil.',
  ],
  [
    16,
    'Des journalistes et des défenseurs des droits humains ont été enlevés ; l’accès public à l’information reste refusé par les institutions.',
  ],
  [
    17,
    'Part du budget de l’État financée par les impôts nationaux, et service de la dette en proportion des exportations.',
  ],
  [
    17,
    'La coopération Sud-Sud et triangulaire, les partenariats entre le public, le privé et la société civile et le renforcement des capacités restent les moyens de mise en œuvre.',
  ],
])

function passages(lines: readonly (readonly [goal: number, text: string])[]): readonly SdgPassage[] {
  return lines.map(([goal, text]) => ({ lang: 'fr', goals: [goal], text }))
}
