import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { RoleName } from "../../contract/roles.ts";
import { accountQuery, chooseField, findingsQuery } from "../api/account.ts";

/** Chooses the field of a role, or takes the choice back. What is drawn from the account's fields is asked for anew. */
export function useChoice(role: RoleName) {
  const client = useQueryClient();
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: (field: string | undefined) => chooseField(role, field),
    networkMode: "always",
    onSuccess: async (account) => {
      client.setQueryData(accountQuery.queryKey, account);
      await client.invalidateQueries({ queryKey: findingsQuery.queryKey });
    },
  });
  // A failure is told by `error`.
  const choose = (field: string | undefined) =>
    mutateAsync(field).then(
      () => undefined,
      () => undefined,
    );
  return { choose, isKeeping: isPending, error: error ?? undefined };
}
