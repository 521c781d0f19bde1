import { texts } from './profile.texts';

type Names = readonly (readonly [RegExp, string])[];

/** The first that fits wins: many browsers name others as well. */
const BROWSERS: Names = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: Names = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const find = (names: Names, agent: string) => names.find(([sign]) => sign.test(agent))?.[1];

/** What people call the browser that sent this `User-Agent`. */
export function deviceName(agent: string): string {
  const browser = find(BROWSERS, agent);
  const system = find(SYSTEMS, agent);
  if (browser && system) return texts.onSystem(browser, system);
  return browser ?? system ?? (agent.split(/[ /]/)[0] || texts.unknownDevice);
}
