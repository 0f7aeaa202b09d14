import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { accountQuery } from "./account.ts";
import { useKnowledgeVersion } from "./knowledge-version.ts";

/**
 * Asks for the account again when the server knows something else of it than this page, once for each number that it
 * tells: what is still another one then is of an answer that was slow.
 *
 * @param known of the account on the screen; undefined before it is there.
 */
export function useFreshAccount(known: number | undefined): void {
  const told = useKnowledgeVersion();
  const client = useQueryClient();
  const asked = useRef<number>(undefined);
  useEffect(() => {
    if (known === undefined || told === undefined || told === known || told === asked.current) return;
    asked.current = told;
    void client.invalidateQueries({ queryKey: accountQuery.queryKey });
  }, [known, told, client]);
}
