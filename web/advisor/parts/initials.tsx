import css from './initials.module.css';

/** The first letters of a name, as a mark beside it. */
export function Initials(props: { readonly name: string }) {
  const letters = props.name
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((part) => [...part][0] ?? '');
  const shown = letters.length < 2 ? letters : [letters[0], letters.at(-1)];
  return (
    <span className={css.initials} aria-hidden>
      {shown.join('').toUpperCase()}
    </span>
  );
}
