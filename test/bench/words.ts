/** What reports on children's services speak of. A small vocabulary would make every parser look faster than it is. */
export const list = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

export const WORKERS = list(`social workers
  team managers
  independent reviewing officers
  health visitors
  school nurses
  family support workers
  personal advisers
  foster carers
  advanced practitioners
  newly qualified social workers
  designated nurses
  police officers in the protection unit
  early help coordinators
  child protection chairs
  residential staff
  virtual school staff
  youth offending workers
  commissioners
  senior leaders
  elected members
  the lead member
  the Director of Children's Services
  head teachers
  midwives
  substance misuse workers
  educational psychologists
  emergency duty staff
  fostering panel members
  adoption social workers
  participation workers
  business support staff
  agency staff`);

export const GROUPS = list(`children
  young people
  children in need
  care leavers
  families
  children looked after
  disabled children
  unaccompanied young people
  children with a protection plan
  young carers
  babies under one
  children who go missing
  foster families
  children placed out of the county
  privately fostered children
  sibling groups
  children educated at home
  adolescents at risk of exploitation`);

/** What can be counted, in the plural. */
export const COUNTED = list(`case files
  referrals
  assessments
  care plans
  child protection plans
  strategy discussions
  return home interviews
  visits
  reviews
  placements
  supervision records
  pathway plans
  health assessments
  personal education plans
  chronologies
  complaints
  audits
  core groups
  initial conferences
  contacts
  court statements
  adoption plans
  dental checks
  audited records
  vacancies
  exit interviews`);

/** What is said of those that were counted. */
export const DONE = list(`were completed in time
  were seen alone by their worker
  were of a good standard
  showed clear management oversight
  recorded the wishes of the child
  were authorised within a day
  led to further work
  had an up to date chronology
  were shared with parents before the meeting
  were reviewed by a senior manager
  included a contingency plan
  were closed with the agreement of partners
  drew on research and on what was known of the family
  set out measurable actions
  took account of culture, language and religion
  were attended by the school
  were held in the borough
  had been allocated to a permanent worker
  reflected the voice of fathers
  were judged to be proportionate
  were followed up with a written record`);

export const SUBJECTS = list(`The quality of assessment
  Management oversight
  The pace of improvement
  Access to mental health services
  The single point of contact
  Supervision
  Multi-agency training
  The threshold document
  Placement stability
  The emergency duty service
  Commissioning of early help
  The response to domestic abuse
  Recruitment and retention
  The use of chronologies
  Challenge by the board
  Attendance at core groups
  The electronic recording system
  The participation strategy
  Support for kinship carers
  Permanence planning
  Work with fathers
  The escalation policy
  Performance information
  The transition to adult services
  Life story work
  Quality assurance
  The court team
  Transport to contact
  The sufficiency strategy
  The induction programme`);

export const VERBS = list(`has improved since the last inspection
  remains too variable between teams
  is well understood by front line staff
  is not yet embedded in daily practice
  has been strengthened by additional investment
  depends too much on a few experienced people
  is supported by clear and accessible guidance
  does not always focus on the experience of the child
  benefits from strong political backing
  is routinely discussed in supervision
  has been delayed by the late arrival of funding
  reflects a shared ambition across the partnership
  shows the effect of high caseloads
  is monitored closely by the improvement board
  lacks the detail that partners need
  compares well with that of similar authorities
  is tested through regular joint audits
  has yet to reach the most vulnerable families
  helps workers to make timely decisions
  was praised by parents who spoke to inspectors`);

export const REASONS = list(`because caseloads in two localities are still too high
  although the number of agency staff has fallen
  as partners now share information earlier
  which leaves some families waiting for help
  and managers act quickly when standards slip
  while the new recording system is being brought in
  so that risks are recognised at an early stage
  but the reasons for decisions are not always recorded
  since the appointment of a permanent head of service
  following a review of the front door
  in line with the recommendations of the serious case review
  despite continued pressure on the placements budget
  where schools and health visitors know the family well
  and this is beginning to change practice
  although feedback from children is not gathered consistently
  because the right people attend and come prepared
  which has reduced drift and delay
  as the board has repeatedly asked for better data`);

export const PLACES = list(`in the northern locality
  across the county
  in the assessment teams
  in the court and permanence service
  at the multi-agency hub
  in the disabled children's team
  in the two largest towns
  in rural areas
  at the children's centres
  in the leaving care service
  in the fostering service
  in most of the schools visited
  at the hospital's emergency department
  in the intervention teams`);

export const TIMES = list(`in the six months before the inspection
  in the last quarter
  between April and September
  since the previous inspection
  over the past year
  at the time of the inspection
  during the summer term
  in the first half of the year
  by the end of March
  in the weeks before the visit`);

export const ACTIONS = list(`ensure that all visits are recorded within two working days
  review every plan that has lasted for longer than 18 months
  agree with partners a single threshold for early help
  strengthen supervision so that it is reflective as well as regular
  make certain that children are seen alone and that this is recorded
  improve the timeliness of initial health assessments
  put in place an audit programme that tests the quality of practice
  make better use of performance information at team level
  increase the number of local foster carers
  ensure that pathway plans are written with young people
  bring together the work of partners on exploitation
  clarify who is responsible for chronologies in each team
  consult parents and carers about the new referral form
  complete the recruitment of permanent team managers
  give elected members regular reports on workloads
  extend the offer of mental health support to care leavers
  record the reasons for each decision to take no further action
  check that actions agreed at core groups are carried out
  publish the sufficiency strategy together with its funding
  set out how learning from complaints is shared`);

export const EVIDENCE = list(`discussions with children and young people who receive services
  interviews with front line staff and their managers
  analysis of data and documents, including performance reports and plans
  the evaluation of a serious case review
  visits to children's centres and residential homes
  observation of meetings, panels and core groups
  a survey of parents and carers
  meetings with elected members and senior officers
  conversations with staff of the health trusts and the police`);

export const LOCALITIES = list(`Ambridge
  Borchester
  Felpersham
  Layton Cross
  Penny Hassett
  Loxley Barrett
  Edgeley
  Darrington
  Waterley Cross
  Hollerton
  Perivale
  Little Croxley
  Lakey Hill
  Heydon Berrow
  Netherbourne`);

export const MEASURES = list(`Assessments completed in 45 days
  Children seen within timescale
  Initial conferences held in 15 days
  Reviews held on time
  Care leavers in suitable accommodation
  Care leavers in education or work
  Health assessments up to date
  Children with three or more placements
  Referrals within 12 months of another
  Plans lasting two years or more
  Social work vacancies filled
  Supervision held monthly
  Personal education plans completed
  Children adopted within a year
  Return interviews offered
  Dental checks up to date`);
