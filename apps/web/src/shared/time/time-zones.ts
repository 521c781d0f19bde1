/** Browsers list these zones by names their cities have no longer; the names of today mean the same. */
const RENAMED: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** A name this browser knows, else the one it lists. */
function nameOf(listed: string): string {
  const name = RENAMED[listed];
  if (!name) return listed;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) && name;
  } catch {
    return listed;
  }
}

/** Every zone this browser knows, UTC first, and the person's own even when the browser does not list it. */
export const timeZones = (own: string): string[] => [
  ...new Set(['UTC', ...[own, ...Intl.supportedValuesOf('timeZone').map(nameOf)].sort()]),
];
