/** What a language says of acronyms. What reads them takes it from here: another language is another object of this shape. */
export interface AcronymWords {
  /** Acronyms that no reader needs explained, in capitals. */
  readonly everyday: ReadonlySet<string>;
  /** What acronyms of the trade stand for, by the acronym in capitals: the words, and these for several of it. */
  readonly known: ReadonlyMap<string, readonly [one: string, many: string]>;
  /** Words that an acronym may leave out. */
  readonly small: ReadonlySet<string>;
  /** Words that are written in capitals to be heard, and headings of columns: no acronyms. */
  readonly loud: ReadonlySet<string>;
  /** Capitals that are spoken as a word: where nobody knows them as an acronym, they may be a name, as "REACH" is. */
  readonly spoken: RegExp;
  /** What stands before a noun and never before a person's initials. */
  readonly articles: ReadonlySet<string>;
  /** Words between an acronym and what it stands for: "known as", "stands for". */
  readonly joins: readonly string[];
}

function words(lines: string): readonly string[] {
  return lines.split(/\s+/);
}

function known(lines: string): AcronymWords['known'] {
  return new Map(
    lines.split('\n').map((line) => {
      const [name = '', one = '', many = `${one}s`] = line.trim().split(' = ');
      return [name, [one, many]];
    }),
  );
}

/**
 * English of the United Kingdom. Sources: the style guide of GOV.UK, which spells out no acronym that its readers know
 * better than its words, such as UK, EU, VAT and MP (guidance "Style guide: A to Z", entry "abbreviations and acronyms");
 * names under which bodies publish; school examinations and university degrees; what Ofsted's published reports on
 * children's services of 2013 to 2025 leave unexplained throughout (NHS, GP, GCSE, COVID-19, BME).
 * What the acronyms of the trade stand for is as in "Working together to safeguard children" (HM Government), the
 * inspection frameworks of Ofsted, and glossaries of local authorities; the systems that cases are kept in by their makers' names.
 */
export const ENGLISH_ACRONYMS: AcronymWords = {
  everyday: new Set([
    ...words(
      'UK GB EU USA US UN NI BBC ITV NATO VAT MP MPS MEP PM HM HMG QC KC JP OBE MBE CBE BA BSC MA MSC PHD',
    ),
    ...words('NHS GP GPS GCSE GCSES A&E NSPCC RSPCA RNIB NAO HMRC DVLA DWP PAYE GDPR HIV AIDS DNA MRI ID'),
    ...words('COVID COVID-19 SARS BME BAME LGBT LGBTQ LGBTQ+ LGBTQI LGBTQIA LGBTQIA+ LGBT+'),
    ...words(
      'RAG BRAG SMART FAQ FAQS CEO PR TV DVD CD PC IT ICT PDF HTML URL SMS CCTV GPS WIFI USB AI CSV API',
    ),
    ...words('OFSTED CAFCASS ESTYN OK AM PM BC AD GMT BST PO PTO NB RSVP AGM AOB PS TBC TBA TBD VE VJ'),
    ...words('KPI KPIS CV CVS DIY PE RE CD ROM AKA FTE PPE ASAP BTEC NVQ UCAS ISBN ISSN ISO BSI MOT'),
  ]),
  known: known(`ADM = agency decision-maker
    ADHD = attention deficit hyperactivity disorder = attention deficit hyperactivity disorders
    ASD = autism spectrum disorder
    ASYE = assessed and supported year in employment = assessed and supported years in employment
    CAF = common assessment framework
    CAMHS = child and adolescent mental health services = child and adolescent mental health services
    CCE = child criminal exploitation = child criminal exploitation
    CCG = clinical commissioning group
    CIC = children in care = children in care
    CICC = Children in Care Council
    CIN = child in need = children in need
    CLA = children looked after = children looked after
    CME = children missing education = children missing education
    CP = child protection = child protection
    CPP = child protection plan
    CQC = Care Quality Commission
    CS = children's services = children's services
    CSC = children's social care = children's social care
    CSE = child sexual exploitation = child sexual exploitation
    DCS = Director of Children's Services = Directors of Children's Services
    DFE = Department for Education
    DPIA = data protection impact assessment
    DSL = designated safeguarding lead
    EDT = emergency duty team
    EET = education, employment or training = education, employment or training
    EHC = education, health and care = education, health and care
    EHCP = education, health and care plan
    EHE = elective home education = elective home education
    FE = further education = further education
    FGC = family group conference
    FGM = female genital mutilation = female genital mutilation
    HMI = His Majesty's Inspector
    HOS = head of service = heads of service
    HR = human resources = human resources
    ICPC = initial child protection conference
    IFA = independent fostering agency = independent fostering agencies
    IHA = initial health assessment
    ILACS = inspection of local authority children's services = inspections of local authority children's services
    IRO = independent reviewing officer
    JSNA = joint strategic needs assessment
    JTAI = joint targeted area inspection
    LA = local authority = local authorities
    LAC = looked after children = looked after children
    LADO = local authority designated officer
    LGA = Local Government Association
    LCS = Liquidlogic Children's System
    LL = Liquidlogic
    LSCB = Local Safeguarding Children Board
    MACE = multi-agency child exploitation = multi-agency child exploitation
    MAPPA = multi-agency public protection arrangements = multi-agency public protection arrangements
    MARAC = multi-agency risk assessment conference
    MASH = multi-agency safeguarding hub
    NEET = not in education, employment or training = not in education, employment or training
    NQSW = newly qualified social worker
    NRM = national referral mechanism
    PEP = personal education plan
    PLO = Public Law Outline
    PRU = pupil referral unit
    PSW = principal social worker
    QA = quality assurance = quality assurance
    RI = requires improvement = requires improvement
    RHI = return home interview
    SCR = serious case review
    SDQ = strengths and difficulties questionnaire
    SEF = self-evaluation form
    SEN = special educational needs = special educational needs
    SENCO = special educational needs coordinator
    SEND = special educational needs and disabilities = special educational needs and disabilities
    SGO = special guardianship order
    SLA = service level agreement
    SLT = senior leadership team
    SW = social worker
    TAF = team around the family = teams around the family
    TM = team manager
    UASC = unaccompanied asylum-seeking children = unaccompanied asylum-seeking children
    VCS = voluntary and community sector
    YJS = youth justice service
    YOS = youth offending service
    YOT = youth offending team`),
  small: new Set(words('of and for the in to on a an with at by or from & / + is as not')),
  loud: new Set([
    ...words(
      'NOT NO YES ALL AND OR BUT IF MUST ONLY NEW NOW ANY BOTH EACH NEVER ALWAYS MORE LESS VERY THE OF TO',
    ),
    ...words(
      'IN ON FOR WITH BY AT DO DONE OPEN CLOSED NOTE KEY ACTION ACTIONS DATE NAME NONE NIL NA PART TOTAL PAGE',
    ),
    ...words(
      'RED AMBER GREEN BLUE YELLOW GOLD SILVER HIGH LOW MEDIUM URGENT DRAFT FINAL PUBLIC PRIVATE MR MRS MS DR',
    ),
    ...words(
      'CLLR COUNCILLOR THIS THAT ARE IS WAS WILL CAN SHOULD STOP START CONTINUE EXCEPT UNTIL BEFORE AFTER FIRST',
    ),
  ]),
  spoken:
    /^[B-DF-HJ-NP-TV-Z]{0,2}[AEIOU]{1,2}(?:[B-DF-HJ-NP-TV-Z]{1,2}[AEIOU]{1,2}){0,4}(?:[B-DF-HJ-NP-TV-Z]|[LNRS][B-DF-HJ-NP-TV-Z]|CH|CK|CT|FF|FT|MP|PS|PT|SH|TH|TS|ZZ)?Y?$/,
  articles: new Set(
    words('the a an each every all our their its both these those new this any no some most many other your'),
  ),
  joins: [
    'known as',
    'called',
    'stands for',
    'stand for',
    'means',
    'short for',
    'abbreviated to',
    'abbreviated as',
    'or',
  ],
};
