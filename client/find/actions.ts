import { t } from "../words/words.ts";
import { best, type SearchWords } from "./match.ts";
import { type FindAction, type FindGroup, type FindSubject, groupOf } from "./option.ts";

/** More than there are, so that none is left out. */
const mostActions = 50;

function found(key: string, title: string, actions: readonly FindAction[], wanted: SearchWords): FindGroup[] {
  const { items, all } = best(actions, ({ text, words }) => (words ? `${text}\n${words}` : text), wanted, mostActions);
  return groupOf(key, title, items, all);
}

/** The saved views and the actions that have all of the words; all of them where no word is typed. */
export function actionGroups({ actions, views }: FindSubject, wanted: SearchWords): FindGroup[] {
  return [
    ...found("views", t("find.groups.views"), views, wanted),
    ...found("actions", t("find.groups.actions"), actions, wanted),
  ];
}
