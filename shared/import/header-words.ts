import type { CheckField, EvidenceField, ItemField, PersonField } from './targets.ts';

// Column heads as agencies write them, compared by `plain` after hints in brackets are cut off. First come, first served.

export const personHeads: Readonly<Record<PersonField, readonly string[]>> = {
  'person-id': ['person id', 'personid', 'id', 'employee id', 'emp id', 'employee number', 'employee #', 'staff id', 'employee no', 'emp #', 'emp no', 'id number', 'payroll id'],
  'full-name': [
    'name', 'full name', 'employee', 'employee name', 'staff', 'staff name', 'staff member', 'person', 'person name', 'worker', 'legal name', 'name last first',
    'last first', 'last name first name', 'employee full name', 'participant', 'attendee',
  ],
  family: ['last name', 'lastname', 'last', 'family name', 'family', 'surname', 'employee last name', 'legal last name', 'lname', 'name last'],
  given: ['first name', 'firstname', 'first', 'given name', 'given', 'forename', 'employee first name', 'legal first name', 'fname', 'name first'],
  middle: ['middle name', 'middle', 'mi', 'middle initial', 'm i', 'mname', 'name middle'],
  suffix: ['suffix', 'name suffix', 'generation'],
  'other-names': ['other names', 'other name', 'aliases', 'alias', 'aka', 'also known as', 'other names used', 'names used', 'all names'],
  'maiden-name': ['maiden name', 'maiden', 'birth name', 'nee'],
  'former-name': ['former name', 'former names', 'previous name', 'previous names', 'prior name', 'former last name', 'previous last name', 'prior last name'],
  'preferred-name': ['preferred name', 'preferred', 'nickname', 'goes by', 'preferred first name'],
  'birth-date': ['birth date', 'birthdate', 'date of birth', 'dob', 'born', 'birthday', 'born on', 'employee dob'],
  npi: ['npi', 'npi number', 'npi #', 'npi no', 'individual npi', 'national provider identifier', 'rendering npi'],
  email: ['email', 'e mail', 'email address', 'e mail address', 'work email', 'work e mail', 'company email', 'mail'],
  'state-resident-since': ['state resident since', 'resident since', 'resident of state since', 'state residency since'],
  'hired-on': ['hire date', 'hired', 'hired on', 'date of hire', 'doh', 'date hired', 'start date', 'employment date', 'date of employment', 'original hire date', 'first paid day', 'employed since', 'employment start', 'hiredate', 'started', 'start', 'employment start date', 'latest hire date'],
  'planned-hire-on': ['planned hire date', 'planned hire', 'planned start', 'planned start date', 'expected start', 'expected start date', 'anticipated start date', 'proposed hire date', 'tentative start date', 'planned hire on'],
  'offered-on': ['offer date', 'offered', 'offered on', 'offer', 'conditional offer', 'conditional offer date', 'date of offer'],
  'first-service-on': ['first service', 'first service date', 'first client service', 'date of first service', 'first client', 'first client contact', 'first billable service', 'first service on'],
  'crisis-duty-on': ['crisis duty', 'crisis duty date', 'crisis duty from', 'on call from', 'crisis duty on', 'crisis start'],
  'ended-on': ['end date', 'ended', 'ended on', 'termination date', 'term date', 'date of termination', 'separation date', 'last day', 'last day worked', 'terminated', 'left', 'left on', 'date left', 'employment end', 'employment end date', 'terminated on', 'resigned'],
  'employment-kind': ['employment kind', 'employment type', 'employee type', 'worker type', 'employment status', 'contract type', 'engagement', 'employee or contractor', 'classification', 'w2 1099', 'kind of employment'],
  'direct-care': ['direct care', 'directcare', 'direct care staff', 'provides direct care', 'direct service', 'client facing', 'direct care y n'],
  'direct-care-from': ['direct care from', 'direct care since', 'direct care start'],
  'medicaid-paid': ['medicaid paid', 'medicaid', 'paid by medicaid', 'bills medicaid', 'medicaid billable', 'billable', 'medicaid funded'],
  role: ['role', 'roles', 'position', 'job title', 'title', 'job', 'position title', 'job role', 'function', 'staff role', 'ips role'],
  'role-from': ['role start', 'role start date', 'role from', 'position start', 'position start date', 'in role since', 'role since', 'date in position', 'promotion date', 'position date', 'role began'],
  'role-to': ['role end', 'role end date', 'role to', 'position end', 'position end date', 'role until'],
  team: ['team', 'program', 'programme', 'department', 'unit', 'dept', 'team name', 'office', 'location', 'site', 'ips team', 'cost center'],
  fte: ['fte', 'full time equivalent'],
  'license-kind': ['license', 'licence', 'license type', 'licence type', 'license kind', 'licence kind', 'licensure', 'professional license', 'credential', 'credentials', 'professional licence'],
  'license-number': ['license number', 'licence number', 'license #', 'licence #', 'license no', 'licence no', 'professional license number'],
  'license-state': ['license state', 'licence state', 'state of licensure', 'state licensed', 'licensing state'],
  'license-issued': ['license issued', 'licence issued', 'license issue date', 'licence issue date', 'license issued on', 'licence issued on', 'license effective'],
  'license-expires': ['license expires', 'licence expires', 'license expiration', 'licence expiry', 'license expiry', 'license exp', 'license expiration date', 'license exp date', 'license expires on', 'licence expires on', 'licence expiry date', 'license renewal', 'licensure expiration'],
  'license-verified': ['license verified', 'licence verified', 'license verified on', 'licence verified on', 'license verification date', 'verified with board'],
};

export const evidenceHeads: Readonly<Record<EvidenceField, readonly string[]>> = {
  kind: ['kind', 'type', 'item', 'document', 'document type', 'evidence', 'evidence kind', 'evidence type', 'requirement', 'training', 'course', 'training name', 'course name', 'credential', 'credential type', 'what', 'certification', 'category of item', 'doc type', 'training type', 'item type'],
  requestedOn: ['requested', 'requested on', 'request date', 'date requested', 'ordered', 'ordered on', 'order date', 'submitted'],
  performedOn: ['performed', 'performed on', 'date', 'date performed', 'date completed', 'completed', 'completed on', 'completion date', 'training date', 'test date', 'date done', 'done on', 'date of training', 'date taken', 'date of test', 'placed', 'placed on', 'date placed', 'check date', 'item date', 'collected'],
  resultOn: ['result date', 'result on', 'results date', 'date of result', 'read', 'read on', 'date read', 'reported', 'reported on', 'date received', 'results received'],
  issuedOn: ['issued', 'issued on', 'issue date', 'date issued', 'effective date', 'effective', 'certificate date', 'awarded'],
  expiresOn: ['expires', 'expires on', 'expiration', 'expiration date', 'expiry', 'expiry date', 'exp', 'exp date', 'valid through', 'valid until', 'renewal date', 'good through', 'expire date', 'date expires'],
  result: ['result', 'results', 'finding', 'findings', 'pass fail', 'outcome', 'status', 'test result'],
  parts: ['parts', 'part', 'component', 'components', 'topics', 'topic', 'subtype', 'method', 'level', 'test type'],
  hours: ['hours', 'hrs', 'credit hours', 'contact hours', 'ceu hours', 'ce hours', 'number of hours', 'training hours', 'ceus', 'credits', 'duration hours'],
  months: ['months', 'length', 'duration', 'months of experience', 'experience months'],
  category: ['category', 'format', 'delivery'],
  issuer: ['issuer', 'issued by', 'provider', 'vendor', 'trainer', 'organization', 'organisation', 'source', 'school', 'training provider', 'institution', 'lab', 'company', 'instructor', 'agency'],
  approvingBody: ['approving body', 'approved by', 'approval', 'accredited by', 'approval body', 'certifying body', 'ce approval'],
  note: ['note', 'notes', 'comment', 'comments', 'remarks', 'remark', 'details'],
};

export const checkHeads: Readonly<Record<CheckField, readonly string[]>> = {
  list: ['list', 'exclusion list', 'database', 'registry', 'exclusion database', 'list checked', 'site checked', 'check type'],
  checkedOn: ['checked on', 'checked', 'date checked', 'check date', 'date of check', 'run date', 'search date', 'searched on', 'date searched', 'date', 'performed on', 'screening date'],
  outcome: ['outcome', 'result', 'results', 'check result', 'status', 'finding', 'match'],
  method: ['method', 'how', 'how checked', 'check method'],
};

/** Words that, beside the name of an item, say which of its fields a column holds. Order matters: the first found decides. */
export const itemFieldWords: readonly (readonly [ItemField, readonly string[]])[] = [
  ['expiresOn', ['expires', 'expire', 'expiration', 'expiry', 'exp', 'renewal', 'valid through', 'valid until', 'good through', 'due', 'renew by', 'ends']],
  ['resultOn', ['read', 'read on', 'result date', 'results date', 'date read', 'reported', 'received', 'results received', 'date received']],
  ['requestedOn', ['requested', 'ordered', 'request', 'request date', 'order date', 'submitted']],
  ['issuedOn', ['issued', 'issue', 'issue date', 'effective']],
  ['result', ['result', 'results', 'outcome', 'pass fail', 'status']],
  ['hours', ['hours', 'hrs']],
  ['months', ['months', 'mos']],
  ['issuer', ['issuer', 'provider', 'vendor', 'issued by', 'lab', 'trainer', 'source', 'school']],
  ['approvingBody', ['approved by', 'approving body', 'approval']],
  ['note', ['note', 'notes', 'comment', 'comments']],
  ['performedOn', ['date', 'performed', 'completed', 'completion', 'done', 'placed', 'taken', 'collected', 'last', 'on', 'given', 'obtained', 'administered', 'conducted', 'attended', 'signed']],
];

/** Words that say nothing about which field a column holds. */
export const fillerWords: readonly string[] = [
  'date', 'of', 'the', 'on', 'for', 'card', 'cert', 'certificate', 'certification', 'certified', 'training', 'test', 'check', 'most', 'recent', 'last', 'latest', 'current', 'annual', 'initial', 'course',
  'completed', 'completion', 'performed', 'done', 'employee', 'staff', 'copy', 'file', 'in', 'and', 'screen', 'screening', 'exam', 'form', 'signed', 'skin', 'blood', 'a', 'pre', 'hire', 'employment',
];
