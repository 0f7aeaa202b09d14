import { idText } from "../../contract/conversation-id.ts";
import type { Row } from "../../contract/page.ts";

/** How a conversation of the list is opened; left out in an account without ids. */
export type Opening = {
  /** The field that holds a row's id. */
  idField: string;
  /** The id of the conversation that is open. */
  openId: string | undefined;
  /** Opens a conversation by its id, or closes the open one. */
  onOpen: (id: string | undefined) => void;
  /** The address of the list with a conversation open. */
  linkTo: (id: string) => string;
};

/** The id of a row; undefined where the account sent none. */
export function rowId(row: Row | undefined, opening: Pick<Opening, "idField"> | undefined): string | undefined {
  return opening && idText(row?.[opening.idField]);
}
