import { IcalError } from './ical-error.js';

/** Steps of a fraction of a microsecond up to some: about a second in all. */
const MAX_STEPS = 400_000;

/** How much reading one file may cost. A small file can ask for centuries of days, and everybody would wait for them. */
export class Effort {
  private left = MAX_STEPS;

  /** @throws IcalError too_many */
  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new IcalError('too_many');
  }
}
