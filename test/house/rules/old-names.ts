/**
 * Names that each part of the code had, and those that it has. A stranger could not tell what the old ones meant; none
 * comes back, as a file or as an export. CHANGELOG.md and docs/decisions/ tell of times when they were in use.
 */
const oldNames: Readonly<Record<string, readonly (readonly [old: string, now: string])[]>> = {
  client: [
    ["useLetters", "useRootFontScale"],
    ["lettersNow", "rootFontScale"],
    ["letters.ts", "root-font-scale.ts"],
    ["whole.ts", "all-pages.ts"],
    ["readRows", "fetchAllPages"],
    ["ReadRows", "FetchedRows"],
    ["wholeQuery", "allPagesQuery"],
    ["Wanted", "PageMove or SeparateQuery"],
    ["wanted.ts", "separate-queries.ts"],
    ["wantedFor", "nextPageMove"],
    ["wantedSeparately", "separateQueries"],
    ["reach.ts", "page-moves.ts"],
    ["Stand", "ScrollPosition"],
    ["rehearse", "warmUp"],
    ["rehearse.ts", "warm-up.ts"],
    ["isRehearsal", "isWarmUpRow"],
    ["Sifted", "LeftOutRows"],
    ["Sift", "FilteredPage"],
    ["sifted.ts", "left-out-rows.ts"],
    ["useKept", "useLastPages"],
    ["useLetGo", "useReleasePages"],
    ["use-let-go.ts", "use-release-pages.ts"],
    ["useAskOn", "useContinuePastEnd"],
    ["useAskAnew", "useReloadList"],
    ["walkAnew", "walkFromStart"],
    ["isComingBack", "isReloadOrReturn"],
    ["coming-back.ts", "navigation-type.ts"],
    ["useHeldWords", "useRateLimitWords"],
    ["held-words.ts", "rate-limit-words.ts"],
    ["noteKnown", "noteKnowledgeVersion"],
    ["known-told.ts", "knowledge-version.ts"],
    ["Former", "PreviousPeriod"],
    ["useFormer", "usePreviousPeriod"],
    ["former.ts", "previous-period.ts"],
    ["pressOf", "buttonOf"],
    ["swept", "rangeSelected"],
    ["roleLabel", "roleName, roleValueLabel or participantTypeLabel"],
    ["facet-panel.tsx", "lazy-facet-panel.tsx"],
    ["add-filter-panel.tsx", "lazy-add-filter-panel.tsx"],
    ["filter-drawer.tsx", "lazy-filter-drawer.tsx"],
  ],
  contract: [
    ["elsewise", "otherMeanings"],
    ["ofItsThing", "dependsOnEntity"],
    ["saysElse", "hasOtherMeaning"],
    ["isOfAnother", "belongsToPart"],
    ["fitsElsewhere", "fitsOtherCube"],
  ],
  server: [
    ["neighbours.ts", "conversation-apis.ts"],
    ["Neighbours", "ConversationApis"],
    ["createNeighbours", "createConversationApis"],
    ["vain-pages.ts", "fruitless-pages.ts"],
    ["VainPages", "FruitlessPages"],
    ["way.ts", "connection.ts"],
    ["Way", "Connection"],
    ["openWay", "openConnection"],
    ["patience.ts", "with-retries.ts"],
    ["Patience", "RetryContext"],
    ["patiently", "withRetries"],
    ["seen.ts", "seen-rows.ts"],
    ["Sifted", "SortedRows"],
    ["Sifting", "ReadPass"],
    ["Edge", "KeysetBound"],
    ["behind", "afterBound"],
    ["standsAt", "isRowAt"],
    ["slow-round.ts", "periodic-check.ts"],
    ["SlowRound", "PeriodicCheck"],
    ["room.ts", "quota.ts"],
    ["Room", "Quota"],
    ["Spare", "Evictable"],
    ["shelf.ts", "export-list.ts"],
    ["Shelf", "ExportList"],
    ["exportShelf", "exportList"],
    ["NoRoom", "DiskFullFault"],
    ["Wanted", "FaultOrder"],
    ["readWanted", "readFaultOrder"],
    ["misspelt.ts", "misspelled.ts"],
    ["Takes", "IsTaken"],
    ["Try", "Attempt"],
    ["Sent", "SentQuery"],
    ["spellBound", "spelledBound"],
    ["lackNotes", "notReturnedNotes"],
    ["nothingLacks", "nothingMissing"],
    ["heldTogether", "fittingTogether"],
    ["stillWorking", "jobStillRunning"],
    ["speak", "applyDialects"],
    ["Talk", "Dialogue"],
    ["Chance", "SeededRandom"],
    ["few-values.ts", "cell-memo.ts"],
    ["fewValues", "cellMemo"],
    ["byte-sheet.ts", "byte-writer.ts"],
    ["ByteSheet", "ByteWriter"],
    ["extent.ts", "watermark.ts"],
    ["Extent", "Watermark"],
    ["thread-words.ts", "worker-messages.ts"],
  ],
};

function nowOf(path: string, name: string): string | undefined {
  return oldNames[path.slice(0, path.indexOf("/"))]?.find(([old]) => old === name)?.[1];
}

/** The names that a file exports where it declares them. */
function exportsOf(text: string): string[] {
  const declared = text.matchAll(/^export (?:async )?(?:const|let|function\*?|class|type|interface) (\w+)/gm);
  return Array.from(declared, ([, name]) => name ?? "");
}

/** No file and no export has a name of the list, and no two files of a folder have names that differ in case alone. */
export function oldNameRule(files: readonly (readonly [path: string, text: string])[]): string[] {
  const old = files.flatMap(([path, text]) =>
    [path.slice(path.lastIndexOf("/") + 1), ...exportsOf(text)].flatMap((name) => {
      const now = nowOf(path, name);
      return now === undefined ? [] : [`${path}: ${name} is called ${now} now.`];
    }),
  );
  const known = new Map<string, string>();
  const alike = files.flatMap(([path]) => {
    const plain = path.toLowerCase().replaceAll("-", "");
    const other = known.get(plain);
    known.set(plain, path);
    return other === undefined ? [] : [`${path} and ${other} differ in case alone.`];
  });
  return [...old, ...alike];
}
