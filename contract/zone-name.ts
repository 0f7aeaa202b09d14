/** `Etc-GMT+5`, `+0530`: a zone in the name of a file, with its sign, without which it would be another zone. */
export function zoneInName(zone: string): string {
  return zone.replaceAll(":", "").replace(/[^\p{L}\p{N}+-]+/gu, "-");
}
