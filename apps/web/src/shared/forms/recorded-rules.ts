/**
 * Stands in for class-validator and class-transformer wherever contracts declare their rules (see
 * `build/lazy-rules.ts`). The rules are only noted down; `rules.ts` fetches the real libraries when a form first
 * checks something, and applies what was noted. It keeps 11 kB out of every page's first load.
 */
type Decorate = (target: object, key: string | symbol) => void;
type RuleFactory = (...args: never[]) => Decorate;
type Noted = (library: Record<string, RuleFactory>) => void;

let noted: Noted[] = [];
let library: Record<string, RuleFactory> | null = null;

const rule =
  (name: string) =>
  (...args: never[]): Decorate =>
  (target, key) => {
    const note: Noted = (factories) => factories[name]!(...args)(target, key);
    if (library) note(library);
    else noted.push(note);
  };

/** Applies what was noted so far; what is declared from now on applies at once. */
export function applyRules(factories: Record<RuleName, RuleFactory>): void {
  library = factories;
  for (const note of noted) note(factories);
  noted = [];
}

// A rule that contracts use and this list lacks fails the build by name.
export const ArrayMaxSize = rule('ArrayMaxSize');
export const ArrayUnique = rule('ArrayUnique');
export const IsArray = rule('IsArray');
export const IsBoolean = rule('IsBoolean');
export const IsEmail = rule('IsEmail');
export const IsFQDN = rule('IsFQDN');
export const IsIn = rule('IsIn');
export const IsInt = rule('IsInt');
export const IsISO8601 = rule('IsISO8601');
export const IsNumber = rule('IsNumber');
export const IsObject = rule('IsObject');
export const IsOptional = rule('IsOptional');
export const IsString = rule('IsString');
export const IsUUID = rule('IsUUID');
export const Matches = rule('Matches');
export const Max = rule('Max');
export const MaxLength = rule('MaxLength');
export const Min = rule('Min');
export const MinLength = rule('MinLength');
export const Transform = rule('Transform');
export const Type = rule('Type');
export const ValidateIf = rule('ValidateIf');
export const ValidateNested = rule('ValidateNested');

/** The rules above by name: `rules.ts` has to know each of them. */
export type RuleName = Exclude<keyof typeof import('./recorded-rules'), 'applyRules'>;
