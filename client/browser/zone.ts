/** Browsers still call some zones by names that few people would type, and other programs no longer list. */
const renamed: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The name that a zone has today, where this browser knows it: `Asia/Calcutta` gives `Asia/Kolkata`. */
export function modernZone(zone: string): string {
  const modern = renamed[zone];
  return modern && isKnown(modern) ? modern : zone;
}

/** The zone of this browser. */
export function browserZone(): string {
  return modernZone(new Intl.DateTimeFormat().resolvedOptions().timeZone);
}
