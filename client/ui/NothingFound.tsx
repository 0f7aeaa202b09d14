/** What a list to choose from says when it is empty: the line of a list, since a list has only such. */
export function NothingFound({ text }: { text: string }) {
  return (
    <div role="option" aria-disabled="true" aria-selected="false" tabIndex={-1}>
      {text}
    </div>
  );
}
