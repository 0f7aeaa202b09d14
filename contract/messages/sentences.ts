import { findingSentences } from "./finding-sentences.ts";

const place = "{whole, select, yes {The body} other {{path}}}";
const kind =
  "{expected, select, string {a string} number {a number} int {a whole number} boolean {a boolean} array {an array} object {an object} other {of the type {expected}}}";

/**
 * Every sentence that the server says to a person, in English. ICU message syntax. The server writes them into its
 * answers and manifests; the screen says them from its own catalogue by the same keys, so a key that has been released
 * keeps its meaning. `{api}` is Insights, Conversations or Intelligence.
 */
export const sentences = {
  internal: "Something went wrong in Earshot.",
  /** What is wrong with something that was sent, by its path. */
  shapeMissing: `${place} is missing. It must be ${kind}.`,
  shapeType: `${place} must be ${kind}.`,
  shapeValue: `${place} must be {value}.`,
  shapeOneOf: `${place} must be one of {values}.`,
  shapeUnknown: `${place} isn’t a known key here.`,
  shapeTooDeep: `${place} is nested one level too deep. A filter is a group of comparisons, and a comparison has no expressions.`,
  shapeEmpty: `${place} must not be empty.`,
  shapeTooLong: `${place} must have at most {most, number} characters.`,
  shapeTooMany: `${place} must have at most {most, number} entries.`,
  shapeAtLeast: `${place} must be at least {least, number}.`,
  shapeAtMost: `${place} must be at most {most, number}.`,
  shapeFormat: `${place} must be {format, select, datetime {a time such as 2026-03-11T12:00:00Z} other {in the format {format}}}.`,
  shapeNothingAsked: `${place} is rejected because a query needs at least one measure or one dimension.`,
  shapeNotSetOr: `${place} is rejected because “Not set” can’t be one of several alternatives.`,
  shapeRefused: `${place} doesn’t match the documentation.`,

  /** A request that cannot be answered. */
  requestUnreadable: "The request couldn’t be read.",
  requestTooLong: "The body is larger than {most, number} KiB.",
  requestNotJson: "The body isn’t valid JSON.",
  requestNotUtf8: "The body isn’t valid UTF-8.",
  requestKeyTwice: "The body has the same key twice in one object.",
  requestTooDeep: "The body is nested too deeply.",
  requestTooManyKeys: "The body has more than {most, number} keys in one object.",
  requestTooManyValues: "The body has more than {most, number} values.",
  requestEncoding: "The body must be JSON in UTF-8, plain or gzip.",
  requestContentType: "The body must be JSON, with Content-Type: application/json.",
  requestNoQuery: "The body is missing. It must be a query.",
  requestNoExport: "The body is missing. It must be an export.",
  requestMethod: "{method} isn’t allowed here, only {allow}.",
  requestHost: "The Host header doesn’t name this server. Behind a reverse proxy, add the name to ALLOWED_HOSTS.",
  requestOrigin: "Only Earshot’s own page may call this server.",
  requestNoRoute: "There is no such address under /api.",
  requestNothingHere: "There is nothing at this address.",
  requestPageSize: "pageSize must be a whole number from 1 to {most}.",
  requestTokenTwice: "pageToken must be given only once.",
  requestNoToken:
    "pageToken is missing. Request the first page with POST and a query, and later pages with GET and pageToken.",
  requestTokenInPost: "pageToken belongs in a GET request. It already carries the query, so send no body with it.",
  requestBodyInGet: "A body belongs in a POST request. With pageToken, the query is already known.",
  requestConversationId: "A conversation ID must be 1 to 100 letters, digits, underscores and hyphens.",
  requestChannelId:
    "channelId must be the SID of a call or a message: two capitals, then 32 digits and letters a to f.",
  requestZone: "{path} must be an IANA time zone such as Europe/Berlin.",
  requestColumn: "{field} isn’t a field of this export.",
  requestColumnTwice: "{field} can be a column only once.",
  requestNoRole: "There is no such role.",
  requestNoRoleField: "{field} isn’t a field of this account that can be chosen here.",
  requestNamedRole: "{variable} names the field, so a choice here would have no effect.",
  requestNoChoice: "The body is missing. It must be a choice of a field.",
  requestBeyondEnd: "The file ends before the requested range.",

  /** An answer of Twilio's that is none, or not a whole one. */
  twilioSaid: "Twilio said: “{message}”",
  twilioTimeout: "The {api} API didn’t respond within {seconds, plural, one {# second} other {# seconds}}.",
  twilioStillWorking: "The {api} API was still working on the query when it responded.",
  twilioRefused: "The {api} API refused the connection ({code}).",
  twilioNoAddress: "The address of the {api} API wasn’t found ({code}).",
  twilioNoProof: "The identity of the {api} API couldn’t be verified over TLS ({code}).",
  twilioUnreachable: "The {api} API couldn’t be reached ({code}).",
  twilioProxy: "The proxy in HTTPS_PROXY didn’t let Earshot through to the {api} API ({code}).",
  twilioTooLarge: "The {api} API returned more than Earshot accepts at once.",
  twilioCutOff: "The response from the {api} API ended before it was complete.",
  twilioNotJson: "The {api} API returned something that isn’t JSON.",
  twilioType: "The {api} API returned {type} instead of JSON.",
  twilioRedirect: "The {api} API returned a redirect ({status}), which Earshot doesn’t follow. Check {variable}.",
  twilioStatus: "The {api} API returned status {status} without an error that Earshot can read.",
  twilioShape: "The response from the {api} API doesn’t match the documentation: {fault}",
  twilioEmptyPages: "The {api} API returned {count} empty pages in a row, each pointing to another one.",
  twilioKnownPages: "The {api} API returned {count} pages in a row without a new row, each pointing to another one.",
  twilioSameToken: "Twilio pointed to the same page of a list twice.",

  /** What the account does not take, and what is done instead. */
  dialectField:
    "Twilio lists the field “{field}” for this account but rejects it. Choose another field or remove the filter.",
  dialectBeside:
    "Twilio lists the field “{field}” for this account but rejects it {other, select, any {beside other fields} other {beside “{other}”}}.",
  dialectDimensions: "This account accepts at most {most, number} fields in one query.",
  dialectMeasure: "This figure isn’t available here. {why}",
  dialectTooMany:
    "More than {most, number} conversations would have to be read to count them here. Choose a shorter time range.",
  dialectNoFilter: "This account can’t filter by “{field}”.",
  dialectFilter: "This account can’t filter by “{field}”, so Earshot filters the rows itself. That takes longer.",
  dialectNoNotSet: "Twilio has no filter for rows without “{field}”.",
  dialectNotSet:
    "Twilio has no filter for rows without “{field}”, so Earshot filters the rows itself. That takes longer.",
  dialectNotSetApart:
    "Twilio counts {all, plural, one {# conversation} other {# conversations}} and returned {rows, number} of them when asked for “{field}”, so Earshot can’t tell which have no value.",
  dialectUnfiltered:
    "This account can’t filter by “{field}” and returned no values for it, so Earshot can’t filter by it either. Remove the filter.",
  dialectZone: "This account accepts no time zone.",
  dialectHours: "This account doesn’t count by days of this time zone, so Earshot added up its hours.",
  dialectCounted:
    "Counted by Earshot from {rows, plural, one {# conversation} other {# conversations}} in {calls, plural, one {# request} other {# requests}}. {why}",
  dialectGroups: "Twilio leaves small groups out of its counts or merges them.",
  dialectGroupsKept: "Twilio leaves conversations out of these groups or merges groups, so figures may be wrong.",
  dialectRounded: "Twilio rounds counts to multiples of {most, number}, so figures may be off.",
  dialectCountOff: "Twilio counts {all, number} conversations here but returned {rows, number}, so figures may be off.",
  dialectCapped: "Twilio counts no further than {most, number}, so figures may be too low.",
  dialectNoisy: "Twilio’s counts are approximate: each may be off by about {most, number}.",
  dialectTotals: "Twilio returned a row of totals among the groups, which Earshot left out.",
  dialectParts: "The list of values was too long for one query, so {count, number} were joined.",
  dialectOrder: "This account can’t sort by “{field}”.",
  dialectToken: "This results page has expired. Load the list again.",
  dialectNoJob: "Earshot has to join these rows itself, which a snapshot can’t do.",
  dialectJobs: "This account accepts no snapshots.",
  dialectCells: "Twilio returned no values for “{field}”.",
  dialectClocks:
    "Twilio returns “{field}” without a time zone, and Earshot couldn’t determine which it is. These times may be hours off.",

  exportUnreadable: "The manifest of this export can’t be read. Its files are in DATA_DIR/exports/{id}.",
  exportChanged:
    "The manifest of this export has changed since it was written, so nothing in it is certain. Its files are in DATA_DIR/exports/{id}.",
  exportDamaged:
    "The rows on the server’s disk have changed since they were written, so no file is made from them. Delete this export and start a new one.",
  exportsKept:
    "{most, plural, one {# export is kept, which is the limit} other {# exports are kept, which is the limit}}. Delete some, or raise EXPORT_LIMIT.",
  busyExports:
    "{most, plural, one {# export is running, which is the limit} other {# exports are running, which is the limit}}. Wait until one has ended, or stop one.",
  busyFiles: "{most, plural, one {# file is being prepared} other {# files are being prepared}}, which is the limit.",
  busyFollowers:
    "{most, plural, one {# window follows} other {# windows follow}} the exports, which is the limit. Close some, or raise EXPORT_FOLLOWERS.",
  exportAbsent: "This export doesn’t exist.",
  exportEnded: "This export has already ended.",
  exportRunning: "This export is running.",
  exportStillRunning: "This export is still running.",
  exportComplete: "This export is complete.",
  exportStopped: "This export was stopped.",
  exportFailed: "{why} {advice}",
  exportOtherServer: "Another Earshot server on this machine uses the same DATA_DIR. Give each its own folder.",
  exportQuota:
    "Exports use {used, number} {usedUnit} of the {most, number} {mostUnit} allowed. Delete some, or raise EXPORT_QUOTA.",

  /** Why an export stands still. */
  failureDiskFull: "The disk that holds the exports is full.",
  failureNoRoom: "There is no space for the exports.",
  failureDiskQuota: "The disk quota of the user running Earshot is used up.",
  failureNoRight: "Earshot isn’t allowed to write to its data folder.",
  failureFilesGone: "The files of this export are no longer on the server’s disk.",
  failureReadOnly: "The disk that holds the exports is read-only.",
  failureChanged:
    "The rows changed at Twilio during the export, so the rest can’t be joined to what is already written.",
  failureCircle: "Twilio pointed to the same page twice, so its pages loop.",
  failureTokens: "Twilio rejects its own page references, even after the export restarted.",

  /** What a person can do about it. */
  adviceLater: "Once Twilio responds again, resume to continue from the last row.",
  adviceEndless: "The rows so far are kept. Resume to continue after them. A shorter range needs fewer pages.",
  adviceCredentials: "Check the account’s credentials in the configuration and restart Earshot, then resume.",
  adviceForbidden: "The account isn’t allowed to read Insights. Resume when it is.",
  adviceQuery: "Change the view and start a new export. This query will be rejected again.",
  adviceSmaller: "Start a new export of a shorter time range or fewer columns, or resume when Twilio is less busy.",
  adviceAccount:
    "This account’s API doesn’t accept this kind of request. See “What this account can do” or ask your Earshot administrator, then resume.",
  adviceAddress:
    "Ask your Earshot administrator to check the address of Twilio’s API and any proxy in front of it, then resume.",
  adviceDiskFull: "Delete exports or free up space, then resume. No rows are lost.",
  adviceMakeRoom: "{why} Delete exports or free up space, then try again. No rows are lost.",
  adviceOperator: "{why} Ask your Earshot administrator to check DATA_DIR, then try again.",
  adviceDiskQuota: "Delete exports or raise the quota, then resume. No rows are lost.",
  adviceNoRight: "Give the user running Earshot permission to write to DATA_DIR, then resume.",
  adviceFilesGone: "Delete it from the list and start a new export.",
  adviceReadOnly: "Make it writable or set DATA_DIR to another folder, then resume.",
  adviceQuota: "Then resume. No rows are lost.",
  adviceLog: "Resume to continue from the last row. The server log has more details.",
  adviceChanged: "Start a new export. The rows so far can be downloaded as a partial file.",
  adviceCircle: "Resume requests the page again. If it fails again, start a new export with a shorter range.",
  adviceTokens: "Resume tries again. A shorter range needs fewer pages.",

  /** Why the rows come from where they come from. */
  sourceUndecided: "The first page will show whether the result is small.",
  sourceOnePage: "The result fits on one page.",
  sourceTwoPages: "The result fits on two pages.",
  sourceJob: "The result is longer than two pages.",
  sourceShifted: "Pages shifted while they were read.",
  sourceInsteadOfJob: "{why} The query’s pages were read instead.",
  sourceJobSaid: "Twilio’s snapshot didn’t finish. It said: “{message}”",
  sourceJobStatus: "Twilio’s snapshot didn’t finish (status: {status}).",
  sourceJobSlowQuery: "The query took too long to respond at once, so Earshot requested a snapshot.",
  sourceJobSlow: "Twilio’s snapshot hadn’t finished after {minutes, plural, one {# minute} other {# minutes}}.",
  sourceJobNoAnswer: "Twilio’s snapshot couldn’t be requested: {why}",
  sourceJobGone: "Twilio no longer has the snapshot.",
  sourceJobRefused: "Twilio rejected a snapshot ({status}).",

  /** What did not go straight. */
  noteOtherRows: "The rows on disk didn’t match the manifest, so they were exported again.",
  noteLostRows:
    "{count, plural, one {# row} other {# rows}} of Twilio’s pages couldn’t be read and {count, plural, one {isn’t} other {aren’t}} in the file.",
  noteUnreadRows:
    "{count, plural, one {# row} other {# rows}} of Twilio’s pages couldn’t be read. The file still has as many conversations as Twilio counts.",
  noteLongLink: "The link to the view is longer than {most, number} characters, so it isn’t in the manifest.",
  noteNewJob: "Twilio’s results expired. A new snapshot provided the rest.",
  noteResultsReread: "A results page expired. The results were read again up to where the export stood.",
  noteByTime: "A results page expired. The query was restarted from the time of the last row.",
  noteQueryReread: "A results page expired. The query was read again up to where the export stood.",
  noteShifted: "Pages shifted while they were read, so the rows were read again from the start.",
  noteWentOn: "Twilio returned only some of the rows. The rest was requested from the last row’s time on.",
  noteWentOnBehind:
    "Twilio returned only some of the rows. The rest was requested by time and is at the end, newest first.",
  noteWider:
    "Twilio applied a different time range, so Earshot requested a day more on each side and kept only the requested range. The rows added this way are at the end.",
  noteFilled:
    "Twilio left out {count, plural, one {# conversation and returned it} other {# conversations and returned them}} only when asked again. {count, plural, one {It’s} other {They’re}} at the end, and fields that Twilio didn’t return are empty.",

  /** How the file was held against Twilio's figures. */
  checkShort:
    "The file has {found, number} of the {counted, plural, one {# conversation} other {# conversations}} that Twilio counts. Twilio returns no more. A shorter time range may return the rest.",
  checkOver:
    "The file has {found, plural, one {# conversation} other {# conversations}}, but Twilio counts {counted, number}. Export again, and if the numbers still differ, compare them with a shorter time range.",
  checkNear:
    "The file has {found, plural, one {# conversation} other {# conversations}}, but Twilio counts {counted, number}. The count may be an estimate, so Earshot can’t tell whether conversations are missing.",
  checkRounded:
    "The file has {found, plural, one {# conversation} other {# conversations}}, but Twilio counts {counted, number}. Twilio rounds counts to multiples of {most, number}, so Earshot can’t tell whether conversations are missing.",
  checkCapped:
    "The file has {found, plural, one {# conversation} other {# conversations}}; Twilio counts {counted, number}. Twilio counts no further than {most, number}, so nobody can tell whether conversations are missing.",
  checkParts:
    "The file has {found, plural, one {# conversation} other {# conversations}}, but Twilio counts {counted, number}. For {parts, number} shorter ranges, one by one, Twilio counts exactly what the file has, so its count of the whole range is an estimate.",
  checkMoved: "Twilio’s count changed from {before, number} to {after, number} while the rows were read.",
  checkNone: "Twilio returned no count, so the file wasn’t checked against one.",
  checkNoneBecause: "The file wasn’t checked against Twilio’s count. {why}",
  checkLeftOut:
    "{count, plural, one {# conversation outside the time range isn’t} other {# conversations outside the time range aren’t}} included.",
  checkAstray:
    "Twilio returned rows of a different time range, so conversations in the requested one may be missing. Compare the file with a range that starts a day earlier and ends a day later.",
  checkClashes:
    "{count, plural, one {# row has} other {# rows have}} the ID of an earlier row but different values, even when read again. The first one was kept. Export again when fewer conversations arrive.",
  exportDoubtful:
    "This export has {found, number} of {counted, number} conversations. Request the file without wait to get them.",

  ...findingSentences,
} as const;
