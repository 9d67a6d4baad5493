/**
 * Marks the stubs of tickets that were answered. A conversation that is shown again draws its stub after, before or apart from the
 * answer, so what is drawn is watched.
 *
 * @param words what a stub then says.
 * @returns call it with the reference of a ticket that was answered.
 */
export function watchStubs(conversation: HTMLElement, words: string): (reference: string) => void {
  const answered = new Set<string>();
  const markAll = (): void => {
    for (const reference of answered) {
      const stub = document.getElementById(`stub-${reference}`);
      if (stub === null || stub.querySelector('.stub-state') !== null) continue;
      const state = document.createElement('p');
      state.className = 'stub-state';
      state.textContent = words;
      stub.append(state);
    }
  };
  new MutationObserver(markAll).observe(conversation, { childList: true, subtree: true });
  return (reference) => {
    answered.add(reference);
    markAll();
  };
}
