import type { BriefContent, BriefSetting, EvidenceRecord } from '../../../src/core/briefs/content.ts'
import type { Card } from '../../../src/core/model/card.ts'
import type { Lang } from '../../../src/core/model/lang.ts'
import { countryName } from '../../../src/core/taxonomy/countries.ts'
import { findSdg, sdgLabel } from '../../../src/core/taxonomy/sdgs.ts'
import { block, cite, link, marked, nested, note, rich, table } from './rich.ts'

/** A card with everything ordinary filled in. */
function card(change: Partial<Card> & Pick<Card, 'id' | 'titles'>): Card {
  return {
    kind: 'case-study',
    externalId: null,
    lang: 'fr',
    languages: ['fr'],
    summaries: {},
    sdgs: [],
    themes: [],
    countries: [],
    places: [],
    from: null,
    to: null,
    state: 'validated',
    illustrative: false,
    contested: 0,
    deleted: false,
    createdAt: 0,
    modifiedAt: 0,
    author: 'Awa Diop',
    ...change,
  }
}

/** A record as evidence. */
export function evidence(
  change: Partial<Card> & Pick<Card, 'id' | 'titles'>,
  rest: Partial<Omit<EvidenceRecord, 'card'>> = {},
): EvidenceRecord {
  return { card: card(change), source: null, figures: [], ...rest }
}

const LEAFLET = {
  title: 'En bref : le Service du volontariat en ligne',
  author: 'Programme des Volontaires des Nations Unies',
  year: 2005,
  pages: '1–2',
  url: 'http://www.onlinevolunteering.org',
}

/** Six records: four of the programme's own facts, one invented, one that colleagues have not settled. */
export const EVIDENCE: readonly EvidenceRecord[] = [
  evidence(
    {
      id: 'online-2005',
      lang: 'fr',
      titles: {
        fr: 'Le Service du volontariat en ligne relie des compétences et des organisations depuis mars 2000',
        en: 'The Online Volunteering service has linked skills and organisations since March 2000',
        es: 'El servicio de Voluntariado en Línea une capacidades y organizaciones desde marzo de 2000',
      },
      summaries: {
        fr: 'Cinq ans après son ouverture, le service réunit quelque 600 organisations et 30 000 personnes, dont plus de la moitié ont déjà été engagées dans une activité.',
        en: 'Five years after it opened, the service brings together some 600 organisations and 30,000 people, more than half of whom have already been engaged in an activity.',
        es: 'Cinco años después de su apertura, el servicio reúne unas 600 organizaciones y 30 000 personas, de las que más de la mitad ya ha participado en una actividad.',
      },
      sdgs: [
        { code: '17', strength: 'principal' },
        { code: '17.16', strength: 'significant' },
        { code: '4.4', strength: 'significant' },
      ],
      from: '2000-03',
      to: '2005-07',
      places: ['Bonn'],
      countries: ['DEU'],
    },
    {
      source: LEAFLET,
      figures: [
        { key: 'a', value: 600, unit: 'organisations', what: 'organisations participantes', date: '2005-07' },
        { key: 'b', value: 30000, unit: 'personnes', what: 'personnes inscrites au service', date: '2005-07' },
        {
          key: 'c',
          value: 55,
          unit: '%',
          what: 'organismes affiliés établis dans un pays en développement',
          date: '2005-07',
        },
      ],
    },
  ),
  evidence(
    {
      id: 'swvr-2011',
      lang: 'fr',
      titles: {
        fr: 'Le premier Rapport sur la situation du volontariat dans le monde est lancé dans environ 80 pays',
        en: 'The first State of the World’s Volunteerism Report is launched in about 80 countries',
        es: 'El primer Informe sobre el estado del voluntariado en el mundo se presenta en unos 80 países',
      },
      summaries: {
        fr: 'Lancé à l’Assemblée générale le 5 décembre 2011, le rapport établit le caractère universel, l’étendue et la portée du volontariat.',
        en: 'Launched at the General Assembly on 5 December 2011, the report establishes how universal volunteerism is, and its scope and reach.',
        es: 'Presentado en la Asamblea General el 5 de diciembre de 2011, el informe establece el carácter universal, la magnitud y el alcance del voluntariado.',
      },
      sdgs: [{ code: '17.17', strength: 'significant' }],
      from: '2011-12-05',
      to: '2011-12-05',
      places: ['New York'],
      countries: ['USA'],
    },
    {
      source: { title: 'Connaissances et innovation', publisher: 'Programme VNU', year: 2015 },
      figures: [{ key: 'a', value: 80, unit: 'pays', what: 'pays où le rapport a été lancé', date: '2011-12-05' }],
    },
  ),
  evidence(
    {
      id: 'swvr-2015',
      kind: 'lesson',
      lang: 'fr',
      titles: {
        fr: 'Gouvernance : participation, responsabilité et réactivité quand les volontaires s’en mêlent',
        en: 'Governance: participation, accountability and responsiveness where volunteers take a hand',
      },
      summaries: { fr: 'Deuxième rapport mondial, première étude mondiale du volontariat dans la gouvernance.' },
      sdgs: [
        { code: '16.7', strength: 'principal' },
        { code: '16.6', strength: 'significant' },
      ],
      state: 'in-review',
      from: '2015',
      to: '2015',
    },
    { source: { title: 'Connaissances et innovation', publisher: 'Programme VNU', year: 2015, pages: '1' } },
  ),
  evidence(
    {
      id: 'wells',
      kind: 'innovation',
      lang: 'fr',
      titles: {
        fr: 'Les comités de puits de Kaffrine font réparer une pompe en six jours',
        en: 'The well committees of Kaffrine have a pump repaired within six days',
        es: 'Los comités de pozos de Kaffrine logran reparar una bomba en seis días',
      },
      summaries: {
        fr: 'Douze volontaires nationales ont formé les comités à tenir un carnet de panne et une caisse villageoise.',
        en: 'Twelve national volunteers trained the committees to keep a breakdown log and a village fund.',
        es: 'Doce voluntarias nacionales enseñaron a los comités a llevar un registro de averías y una caja del pueblo.',
      },
      sdgs: [
        { code: '6.b', strength: 'principal' },
        { code: '5.5', strength: 'significant' },
        { code: '13', strength: 'mentioned' },
      ],
      places: ['Kaffrine', 'Koungheul'],
      countries: ['SEN'],
      from: '2019',
      to: '2021-06',
      state: 'draft',
      illustrative: true,
    },
    {
      figures: [{ key: 'a', value: 6, unit: 'jours', what: 'délai médian de réparation d’une pompe', date: '2021-06' }],
    },
  ),
  evidence({
    id: 'agenda-2030',
    lang: 'es',
    titles: { es: 'Plan de acción 2016-2030: alianzas para integrar el voluntariado en las políticas' },
    summaries: { es: 'El plan promueve un enfoque colectivo y más sistemático para influir en el cambio.' },
    sdgs: [{ code: '17.17', strength: 'principal' }],
    from: '2016',
    to: '2030',
    state: 'in-review',
    contested: 1,
  }),
  evidence({ id: 'withdrawn', titles: { fr: 'Témoignage retiré à la demande de la personne' }, deleted: true }),
  evidence({ id: 'unused', lang: 'en', titles: { en: 'Youth clubs map flood risk in Beira' }, countries: ['MOZ'] }),
]

/** A brief written in French, translated into English, and into Spanish except for its analysis. */
export const BRIEF: BriefContent = {
  lang: 'fr',
  title: {
    fr: 'Faire du volontariat un levier reconnu des politiques publiques',
    en: 'Making volunteering a recognised lever of public policy',
    es: 'Hacer del voluntariado una palanca reconocida de las políticas públicas',
  },
  audience: {
    fr: 'Ministère de la Jeunesse et de l’Emploi, direction des politiques',
    en: 'Ministry of Youth and Employment, policy directorate',
    es: 'Ministerio de Juventud y Empleo, dirección de políticas',
  },
  question: {
    fr: 'Que gagne un État à donner au volontariat un cadre, un budget et une place dans sa planification ?',
    en: 'What does a state gain by giving volunteering a framework, a budget and a place in its planning?',
    es: '¿Qué gana un Estado cuando da al voluntariado un marco, un presupuesto y un lugar en su planificación?',
  },
  messages: {
    fr: rich(
      block(
        'bullet',
        marked('Les compétences existent déjà.', 'bold'),
        ' Un service en ligne lancé en mars 2000 réunissait cinq ans plus tard 600 organisations et 30 000 personnes. ',
        cite('online-2005'),
      ),
      block(
        'bullet',
        marked('La gouvernance y gagne.', 'bold'),
        ' Là où des volontaires, formels ou non, s’engagent auprès des acteurs publics, la participation et la responsabilité progressent ',
        cite('swvr-2015'),
        ' ',
        cite('swvr-2011'),
        '.',
      ),
      block(
        'bullet',
        marked('Un petit cadre suffit pour commencer.', 'bold'),
        ' À Kaffrine, un carnet de panne et une caisse villageoise ont ramené la réparation d’une pompe à six jours. ',
        cite('wells'),
      ),
      block('bullet', marked('Le moment est venu.', 'bold'), ' La prochaine loi de finances s’écrit cette année.'),
    ),
    en: rich(
      block(
        'bullet',
        marked('The skills are already there.', 'bold'),
        ' An online service opened in March 2000 brought together 600 organisations and 30,000 people five years later. ',
        cite('online-2005'),
      ),
      block(
        'bullet',
        marked('Governance gains.', 'bold'),
        ' Where volunteers, formal or not, work with public actors, participation and accountability grow ',
        cite('swvr-2015'),
        ' ',
        cite('swvr-2011'),
        '.',
      ),
      block(
        'bullet',
        marked('A small framework is enough to begin.', 'bold'),
        ' In Kaffrine a breakdown log and a village fund brought the repair of a pump down to six days. ',
        cite('wells'),
      ),
      block('bullet', marked('The time is now.', 'bold'), ' The next finance act is being written this year.'),
    ),
    es: rich(
      block(
        'bullet',
        marked('Las capacidades ya existen.', 'bold'),
        ' Un servicio en línea abierto en marzo de 2000 reunía cinco años después 600 organizaciones y 30 000 personas. ',
        cite('online-2005'),
      ),
      block(
        'bullet',
        marked('La gobernanza sale ganando.', 'bold'),
        ' Allí donde personas voluntarias, formales o no, trabajan con actores públicos, crecen la participación y la rendición de cuentas ',
        cite('swvr-2015'),
        ' ',
        cite('swvr-2011'),
        '.',
      ),
      block(
        'bullet',
        marked('Basta un marco modesto para empezar.', 'bold'),
        ' En Kaffrine, un registro de averías y una caja del pueblo redujeron a seis días la reparación de una bomba. ',
        cite('wells'),
      ),
      block('bullet', marked('Es el momento.', 'bold'), ' La próxima ley de presupuestos se redacta este año.'),
    ),
  },
  narrative: {
    fr: rich(
      block(
        'paragraph',
        'Le programme des Volontaires des Nations Unies recueille ce que l’expérience apprend et le traduit en données probantes. Trois constats ressortent des fiches réunies ici ; aucun ne suppose de moyens que l’État n’aurait pas déjà.',
      ),
      block('heading-2', 'Des compétences disponibles, à distance comme sur place'),
      block(
        'paragraph',
        'Institué en mars 2000, le Service du volontariat en ligne relie des organismes actifs dans un pays en développement à des personnes disposées à offrir leur savoir-faire sans quitter travail, études ou famille',
        note(
          'Le service hébergé à l’époque à l’adresse www.onlinevolunteering.org ; chiffres arrêtés en juillet 2005.',
        ),
        '. En juillet 2005, environ 55 % des organismes affiliés se trouvaient dans un pays en développement, avec la participation de 45 % de volontaires en ligne ',
        cite('online-2005'),
        '.',
      ),
      block(
        'quote',
        'Trop souvent, des gens disposés à aider ne savent pas vraiment comment participer. Le service leur fournit un moyen à la fois simple et accessible.',
      ),
      block('paragraph', 'Les tâches confiées sont précises et vérifiables :'),
      block('bullet', 'tutorat auprès d’universités et d’instituts techniques ;'),
      block('bullet', 'communication :'),
      nested(1, 'bullet', 'édition de texte, communiqués de presse, lettres d’information ;'),
      nested(1, 'bullet', 'création de sites et de brochures ;'),
      block('bullet', 'traduction, conseil et encadrement d’autres volontaires.'),
      block('heading-2', 'Une participation qui rend des comptes'),
      block(
        'paragraph',
        'Le premier Rapport sur la situation du volontariat dans le monde, lancé à l’Assemblée générale le 5 décembre 2011 et dans environ 80 pays, a établi le caractère universel du volontariat ',
        cite('swvr-2011'),
        '. Le deuxième, en 2015, porte sur la gouvernance : c’est la première étude mondiale du rôle des volontaires dans la façon dont les citoyens sont gouvernés et s’impliquent ',
        cite('swvr-2015'),
        '. Un plan d’action en tire les conséquences pour 2016-2030 ',
        cite('agenda-2030'),
        '.',
      ),
      table(
        ['Niveau', 'Ce que font les volontaires', 'Ce que l’on observe'],
        [
          'Village',
          'Tiennent le carnet de panne et la caisse commune',
          'Des pompes réparées en six jours au lieu d’un mois',
        ],
        ['Commune', 'Animent les réunions budgétaires ouvertes', 'Davantage de femmes prennent la parole'],
        ['Pays', 'Traduisent et diffusent les résultats', 'Des engagements suivis d’une année sur l’autre'],
      ),
      block('heading-3', 'Ce que l’on ne sait pas encore'),
      block(
        'paragraph',
        'Un témoignage recueilli en 2020 a été retiré à la demande de la personne ',
        cite('withdrawn'),
        ' ; il n’est plus utilisé. Les effets au-delà de trois ans n’ont pas été mesurés',
        note('Une enquête de suivi est prévue.'),
        '. Voir aussi ',
        link('https://www.unv.org', 'le site du programme'),
        '.',
      ),
    ),
    en: rich(
      block(
        'paragraph',
        'The United Nations Volunteers programme gathers what experience teaches and turns it into evidence. Three findings stand out from the records brought together here; none needs means that the state does not already have.',
      ),
      block('heading-2', 'Skills on hand, at a distance and on the spot'),
      block(
        'paragraph',
        'Set up in March 2000, the Online Volunteering service links organisations at work in developing countries with people ready to offer what they know without leaving work, studies or family',
        note('The service was at www.onlinevolunteering.org at the time; figures as of July 2005.'),
        '. In July 2005 about 55% of its organisations were in developing countries, as were 45% of its online volunteers ',
        cite('online-2005'),
        '.',
      ),
      block('heading-2', 'Participation that answers for itself'),
      block(
        'paragraph',
        'The first State of the World’s Volunteerism Report, launched at the General Assembly on 5 December 2011 and in about 80 countries, established that volunteerism is universal ',
        cite('swvr-2011'),
        '. The second, in 2015, is the first global study of what volunteers change in the way people are governed and take part ',
        cite('swvr-2015'),
        '. An action plan draws the consequences for 2016–2030 ',
        cite('agenda-2030'),
        '. One testimony has been withdrawn ',
        cite('withdrawn'),
        '.',
      ),
    ),
  },
  recommendations: {
    fr: rich(
      block(
        'number',
        marked('Reconnaître', 'bold'),
        ' par la loi le statut des volontaires et des organisations qui les accueillent ',
        cite('swvr-2015'),
        '.',
      ),
      block(
        'number',
        marked('Financer', 'bold'),
        ' une petite équipe d’appui par région, chargée de la formation et de l’assurance.',
      ),
      block(
        'number',
        marked('Mesurer', 'bold'),
        ' chaque année ce que les volontaires apportent, avec des données ventilées par sexe et par âge ',
        cite('wells'),
        '.',
      ),
    ),
    en: rich(
      block(
        'number',
        marked('Recognise', 'bold'),
        ' in law the standing of volunteers and of the organisations that host them ',
        cite('swvr-2015'),
        '.',
      ),
      block(
        'number',
        marked('Fund', 'bold'),
        ' a small support team in each region, in charge of training and insurance.',
      ),
      block(
        'number',
        marked('Measure', 'bold'),
        ' every year what volunteers contribute, with data by sex and age ',
        cite('wells'),
        '.',
      ),
    ),
    es: rich(
      block(
        'number',
        marked('Reconocer', 'bold'),
        ' en la ley la condición de las personas voluntarias y de las organizaciones que las acogen ',
        cite('swvr-2015'),
        '.',
      ),
      block(
        'number',
        marked('Financiar', 'bold'),
        ' un pequeño equipo de apoyo en cada región, encargado de la formación y del seguro.',
      ),
      block(
        'number',
        marked('Medir', 'bold'),
        ' cada año lo que aportan, con datos desglosados por sexo y edad ',
        cite('wells'),
        '.',
      ),
    ),
  },
  records: ['online-2005', 'swvr-2011', 'swvr-2015', 'wells', 'agenda-2030', 'unused'],
}

/** Where and when the brief is composed. */
export function setting(lang: Lang): BriefSetting {
  return {
    lang,
    date: '2026-03-02',
    workspace: 'Volontaires du Sahel',
    evidence: EVIDENCE,
    lookups: { sdgLabel, countryName, sdgColor: (code) => findSdg(code)?.color ?? '' },
  }
}
