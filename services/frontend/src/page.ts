// Access to the elements that index.html promises.

/** Find an element by its id. Throws when the page does not hold it as this kind. */
export function element<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}`);
  return found;
}

/** Say why something failed, in the words of the error. */
export function reason(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
