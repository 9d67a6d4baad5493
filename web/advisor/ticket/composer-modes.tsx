import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { useSession } from '../context';
import type { Draft } from '../lib/drafts';
import css from './composer.module.css';

/** Reply or note; a dot says that the other one is begun. */
export function ComposerModes(props: {
  readonly draft: Draft;
  readonly modes: readonly Draft['mode'][];
  readonly onChange: (mode: Draft['mode']) => void;
}) {
  const { draft, modes, onChange } = props;
  const { composer } = useSession().strings;
  return (
    <div className={css.modes} role="radiogroup" aria-label={composer.mode}>
      {modes.map((each) => (
        <label key={each} className={css.mode}>
          <input
            type="radio"
            name="mode"
            className={css.radio}
            checked={draft.mode === each}
            onChange={() => onChange(each)}
          />
          {each === 'note' && <LockClosedRegular aria-hidden />}
          {composer[each]}
          {each !== draft.mode && draft[each] !== '' && (
            <span className={css.begun} title={composer.otherDraft[each]}>
              <span className="visuallyHidden">{composer.otherDraft[each]}</span>
            </span>
          )}
        </label>
      ))}
    </div>
  );
}
