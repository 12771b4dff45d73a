import { list } from './words.ts';

/** Acronyms and what they stand for. The framework of the documents knows some of them too. */
export const ACRONYMS: readonly (readonly [string, string])[] = list(`CAF Common assessment framework
  CAMHS Child and adolescent mental health services
  CIN Child in need
  CLA Children looked after
  CSE Child sexual exploitation
  DCS Director of Children's Services
  EDT Emergency duty team
  EHCP Education, health and care plan
  FGC Family group conference
  GP General practitioner
  ICPC Initial child protection conference
  IRO Independent reviewing officer
  JSNA Joint strategic needs assessment
  LAC Looked after children
  LADO Local authority designated officer
  LSCB Local Safeguarding Children Board
  MAPPA Multi-agency public protection arrangements
  MARAC Multi-agency risk assessment conference
  MASH Multi-agency safeguarding hub
  NEET Not in education, employment or training
  NQSW Newly qualified social worker
  PCT Primary Care Trust
  PEP Personal education plan
  PLO Public law outline
  QA Quality assurance
  RHI Return home interview
  SCR Serious case review
  SDQ Strengths and difficulties questionnaire
  SEND Special educational needs and disabilities
  SGO Special guardianship order
  SLA Service level agreement
  TAF Team around the family
  UASC Unaccompanied asylum-seeking children
  VCS Voluntary and community sector
  YOS Youth offending service
  YOT Youth offending team
  ASYE Assessed and supported year in employment
  CICC Children in Care Council
  CPP Child protection plan
  DIP Drug intervention programme
  HWB Health and Wellbeing Board
  IFA Independent fostering agency
  KPI Key performance indicator
  PRU Pupil referral unit
  SENCO Special educational needs coordinator
  SUDI Sudden unexpected death in infancy`).map((line) => {
  const space = line.indexOf(' ');
  return [line.slice(0, space), line.slice(space + 1)] as const;
});
