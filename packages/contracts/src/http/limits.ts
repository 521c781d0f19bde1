/** Sizes shared by the server's validation and the browser's forms. */
export const LIMITS = {
  nameMax: 100,
  emailMax: 254,
  phoneMax: 20,
  /** Characters; the 72-byte rule is checked on its own. */
  passwordMax: 72,
  slugMax: 40,
  subjectMin: 3,
  subjectMax: 150,
  /** Characters of HTML. */
  richTextMax: 20_000,
  reasonMax: 500,
  tagMax: 40,
  tagsMax: 20,
  idsMax: 100,
  /** Tickets one bulk edit names one by one; by filters it may take many more. */
  bulkIdsMax: 1000,
  bulkTicketsMax: 50_000,
  bulkProblemsMax: 20,
  fieldOptionsMax: 100,
  /** Conditions on custom fields in one question. */
  conditionsMax: 10,
  /** Events one answer of `GET /changes` looks through. */
  changesMax: 1000,
  /** People one message calls. */
  mentionsMax: 20,
  calendarsMax: 100,
  holidaysMax: 1000,
  /** Characters of a calendar's hours, written as JSON. */
  openingHoursMax: 2000,
  /** Characters of an iCalendar file. */
  icalMax: 200_000,
  policiesMax: 50,
  warningsMax: 5,
  pausesMax: 500,
  intervalsMax: 20_000,
  /** Tickets a back-test shows. */
  examplesMax: 20,
  skillsMax: 200,
  /** Skills one category asks for. */
  neededSkillsMax: 10,
  /** Active tickets one person may be given at once. */
  capacityMax: 100,
  absencesMax: 100,
  /** Decisions a ticket shows, and waiting tickets a team shows. */
  decisionsMax: 20,
  waitingMax: 20,
  fileBytesMax: 4 * 1024 * 1024,
  filesPerMessage: 10,
  avatarBytesMax: 4 * 1024 * 1024,
  pageMax: 100,
  searchMax: 200,
  tokenMax: 200,
  /** JSON bodies, bytes. */
  jsonBytesMax: 256 * 1024,
} as const;
