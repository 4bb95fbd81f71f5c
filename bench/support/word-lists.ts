import type { Lang } from '../../src/core/model/lang.ts'

/** What a language's text is made of: small words, stems of the field with their endings, and syllables for the rest. */
export type WordList = {
  readonly small: readonly string[]
  readonly stems: readonly string[]
  readonly endings: readonly string[]
  readonly syllables: readonly string[]
}

function list(words: string): readonly string[] {
  return words.split(' ')
}

/** The words that texts of each language are made of. */
export const WORD_LISTS: Readonly<Record<Lang, WordList>> = {
  en: {
    small: list(
      'the of and to in a for that with was on by are from their they which this have were has an at be as it or had ' +
        'not who more when than them all its been also our one',
    ),
    stems: list(
      'volunteer commun train organis support project partner work school health water women youth plan village ' +
        'farm particip local lead learn report visit group district service need chang develop educat prevent flood ' +
        'clinic network meet govern trust result evidenc record market season cooperat resourc skill mobil manag ' +
        'protect respond recover adapt monitor evaluat mediat dialog teach mentor recruit deploy register translat',
    ),
    endings: ['', 's', 'ed', 'ing', 'er', 'ers', 'ation', 'ment', 'al', 'ive'],
    syllables: list(
      'ar ben cor dal en fer gran hol in jus ker lam mor nel or pen quar ros sel tor ul ver win ox yar ash',
    ),
  },
  fr: {
    small: list(
      'de la le et les des en du à une un dans pour par que qui sur au est avec ce ont il aux plus ne sont leur a ' +
        'cette été elle ces se pas nous ou mais comme entre sans',
    ),
    stems: list(
      'bénévol volontair communaut form organis soutien projet partenair travail écol sant eau femm jeun plan villag ' +
        'agricult particip local dirig apprentiss rapport visit group district servic besoin chang développ éduc ' +
        'préven inond dispensair réseau réunion gouvern confianc résultat preuv march saison coopér ressourc ' +
        'compétenc mobilis gest protég répond rétabl adapt suivi évalu médiat dialog enseign encadr recrut déploi',
    ),
    endings: ['', 's', 'e', 'es', 'é', 'ée', 'ées', 'ement', 'ation', 'ations', 'eur', 'euse', 'er', 'ant'],
    syllables: list('ar bel cou dé en fran gour hé in jou ler mon né ou pré qui ré sou té vi chan gne bour lè vil our'),
  },
  es: {
    small: list(
      'de la el y los las en del a una un para por que con se su al es son como más fue sus lo ha este esta entre ' +
        'también pero sobre han sin o cuando muy hasta desde',
    ),
    stems: list(
      'voluntari comunidad form organiz apoy proyect soci trabaj escuel salud agua mujer joven plan puebl ' +
        'agricultur particip local lider aprendiz informe visit grup distrit servici necesidad cambi desarroll educ ' +
        'preven inundaci clínic red reuni gobern confianz resultad prueb mercad estaci cooper recurs habilidad ' +
        'moviliz gesti proteg respond recuper adapt seguimient evalu mediaci diálog enseñ orient reclut despleg',
    ),
    endings: ['', 's', 'o', 'a', 'os', 'as', 'ar', 'ado', 'ada', 'ación', 'aciones', 'amos', 'ante', 'or'],
    syllables: list('ar bel cor de en fran gue her in jo lu mon ña or pre que ra sol ta vi chi llo bar lez rio ur'),
  },
}

/** Countries that records are set in. */
export const COUNTRIES: readonly string[] = list(
  'SEN MLI BFA NER TGO BEN CIV KEN UGA TZA PER BOL COL ECU GTM HND NPL BGD',
)

/** Themes that records are tagged with. */
export const THEMES: readonly string[] = list(
  'governance youth gender-equality health community-health education literacy livelihoods social-inclusion ' +
    'disaster-risk-reduction early-warning peacebuilding online-volunteering climate-adaptation',
)

/** Goals and targets that records are tagged with. */
export const SDGS: readonly string[] = list('1 2 3 3.8 4 4.7 5 5.2 5.5 6 8 10 11 11.5 13 13.1 16 16.7 17 17.16')
