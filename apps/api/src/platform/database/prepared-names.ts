import { createHash } from 'node:crypto';

/** From here on a statement is worth a place in every connection's memory. */
const USES_BEFORE_PREPARED = 5;
const MOST_PREPARED = 400;
const MOST_COUNTED = 2000;

/**
 * Which statements PostgreSQL keeps parsed and planned under a name: the ones that are sent again and again. Bounded,
 * because a list's filters make any number of different ones.
 */
export class PreparedNames {
  private readonly names = new Map<string, string>();
  private readonly uses = new Map<string, number>();

  /** @returns the name of the statement, or undefined when it is sent as it is */
  nameOf(text: string): string | undefined {
    return this.names.get(text) ?? this.count(text);
  }

  private count(text: string): string | undefined {
    const uses = (this.uses.get(text) ?? 0) + 1;
    if (uses < USES_BEFORE_PREPARED || this.names.size >= MOST_PREPARED) {
      if (this.uses.size >= MOST_COUNTED) this.uses.clear();
      this.uses.set(text, uses);
      return undefined;
    }
    this.uses.delete(text);
    const name = `baton_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
    this.names.set(text, name);
    return name;
  }
}
