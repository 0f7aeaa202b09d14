/** What was found out about an account's API, and what Earshot does instead, in English. ICU message syntax. */
export const findingSentences = {
  findingPageSize: "Twilio refuses pages of more than {most, number} rows, so Earshot asks for fewer.",
  findingNoPageSize: "Twilio refuses a number of rows for a page, so Earshot takes as many as Twilio sends.",
  findingNoOrder: "Twilio refuses any sort, so rows come in Twilio’s own order.",
  findingNoOrderBy: "Twilio can’t sort by {field}, so Earshot doesn’t ask it to.",
  findingNoField: "Twilio lists {field} but refuses queries for it, so Earshot leaves it out.",
  findingNoBeside:
    "Twilio refuses {field} {other, select, any {beside other fields} other {beside {other}}}, so Earshot asks for it only on its own.",
  findingNoValue: "Twilio refuses some values in filters on {field}, so Earshot filters the rows itself for these.",
  findingNoFilter: "Twilio refuses filters on {field}, so Earshot filters the rows itself.",
  findingNeedsRange: "Twilio refuses queries without a range of “{field}”, so Earshot always asks for one.",
  findingTimeSpelling:
    "Twilio refuses the usual form of times in filters, so Earshot writes them in the form “{value}”.",
  findingNoProperties: "Twilio refuses a time zone in queries, so Earshot asks without one.",
  findingNoZone: "The time zone isn’t taken as it is meant, so Earshot adds days up from hours.",
  findingNoGroupOp: "Twilio refuses an operator for a group of filters, so Earshot leaves it out.",
  findingNoDomain: "Twilio refuses a domain in queries, so Earshot leaves it out.",
  findingNoIn: "Twilio refuses filters with several values, so Earshot asks for each value.",
  findingNoNe: "Twilio refuses filters that exclude a value, so Earshot leaves those rows out itself.",
  findingValues: "Twilio refuses filters of more than {most, number} values, so Earshot asks in several queries.",
  findingDimensions: "Twilio refuses queries of more than {most, number} fields, so Earshot asks in several queries.",
  findingMeasures:
    "Queries of more than {most, plural, one {# measure} other {# measures}} are refused, so Earshot asks several and joins them.",
  findingNoJobs: "Twilio refuses snapshots or doesn’t finish them, so exports read the query page by page.",
  findingKey: "Twilio sends the values of {field} under the name {value}, so Earshot reads them there.",
  findingNotReturned: "Twilio sends no values of {field}, although it’s asked for.",
  findingGrain: "The values of {field} show that it is {of} by {value}, so Earshot counts by it.",
  findingNoGrain: "The values of {field} show that it isn’t {of} by hour, day, week or month.",
  findingTimeCells: "Times in {field} don’t have the usual form, so Earshot reads them in the form “{value}”.",
  findingListCells: "Lists in {field} don’t have the usual form, so Earshot reads them in the form “{value}”.",
  findingListTexts: "Filters on {field} compare whole lists, so Earshot asks for every list that has the value.",
  findingListMembers: "Filters on {field} compare the values in a list, so Earshot asks for the value.",
  findingListNone: "Filters on {field} find neither lists nor their values, so Earshot filters the rows itself.",
  findingValueSpelling:
    "Filters on {field} don’t find values as rows have them, so Earshot writes them {value, select, upper {in capitals} lower {in small letters} capital {with a capital first letter} tag {as in en-US} trimmed {without the spaces around them} other {in capitals, in small letters and as they are}}.",
  findingSmallGroups:
    "Twilio leaves small groups out of its counts or puts them together{value, select, kept {, and has no rows of them either, so figures of groups may be wrong} other {, so Earshot counts groups from rows}}.",
  findingCountCap: "Twilio counts no further than {most, number}, so figures may be too low.",
  findingCountNoise: "Twilio’s counts contradict each other slightly, so each is approximate.",
  findingCountStep: "Twilio rounds counts to multiples of {most, number}, so figures may be off by half of that.",
  findingOwnZone: "Twilio writes times such as {field} by the clocks of {zone}, so Earshot reads them so.",
  findingOwnUtc: "Twilio writes times such as {field} without a time zone. Queries around them show that it’s UTC.",
  findingOpenZone:
    "Twilio writes times in {field} without a time zone, and Earshot couldn’t find out which it is. They may be hours off.",
  findingRangeZone: "Twilio reads times in filters on {field} by the clocks of {zone}, so Earshot writes them so.",
  findingGrainEnds: "Twilio labels hours, days, weeks and months of {field} by their end, so Earshot moves them back.",
} as const;
