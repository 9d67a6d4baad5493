/** Tells whoever builds the host page what to mend; nobody else looks at the console. */
export const complain = (problem: string): void => {
  // eslint-disable-next-line no-console -- the console is where a page's author looks for a script's faults
  console.error(problem);
};
