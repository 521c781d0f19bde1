/**
 * `not_ical`: the file is none, or ends in the middle. `no_events`: nothing in it could be a holiday. `broken_event`:
 * an event without a readable beginning, end or recurrence. `unknown_time_zone`: an event in a zone that is neither
 * known nor described in the file. `too_many`: more than a calendar
 * takes. `unsupported_rule`: a recurrence that says more than which days.
 */
export type IcalErrorCode =
  | 'not_ical'
  | 'no_events'
  | 'broken_event'
  | 'unsupported_rule'
  | 'unknown_time_zone'
  | 'too_many';

export class IcalError extends Error {
  /** @param event the title of the event it is about */
  constructor(
    readonly code: IcalErrorCode,
    readonly event: string | null = null,
  ) {
    super(event === null ? code : `${code}: ${event}`);
  }
}
