import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import type { Appearance } from '../app';
import { useSession } from '../context';
import { THEME_CHOICES } from '../lib/theme';
import { Initials } from '../parts/initials';
import { LANGUAGES, type Language } from '../strings';
import css from './account-menu.module.css';

const CODES = Object.keys(LANGUAGES) as Language[];

/** Who is signed in: appearance, language, keys, and the way out. */
export function AccountMenu(props: {
  readonly appearance: Appearance;
  readonly onHelp: () => void;
  readonly onPassword: () => void;
  readonly onSessions: () => void;
  readonly onNotifications: () => void;
  readonly onSignOut: () => void;
}) {
  const { me, strings } = useSession();
  const { account } = strings;
  const { choice, choose, language, setLanguage } = props.appearance;
  return (
    <Menu
      checkedValues={{ theme: [choice], language: [language] }}
      onCheckedValueChange={(_event, { name, checkedItems: [chosen] }) => {
        const theme = THEME_CHOICES.find((each) => each === chosen);
        const code = CODES.find((each) => each === chosen);
        if (name === 'theme' && theme) choose(theme);
        if (name === 'language' && code) setLanguage(code);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <button type="button" className={css.trigger}>
          <Initials name={me.name} />
          <span className="visuallyHidden">{account.label(me.name)}</span>
          <span className={css.name} aria-hidden>
            {me.name}
          </span>
        </button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{account.theme}</MenuGroupHeader>
            {THEME_CHOICES.map((each) => (
              <MenuItemRadio key={each} name="theme" value={each}>
                {account.themes[each]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{account.language}</MenuGroupHeader>
            {CODES.map((code) => (
              <MenuItemRadio key={code} name="language" value={code} lang={code}>
                {LANGUAGES[code]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuItem secondaryContent="?" onClick={props.onHelp}>
            {account.shortcuts}
          </MenuItem>
          <MenuItem onClick={props.onNotifications}>{account.notifications}</MenuItem>
          <MenuItem onClick={props.onPassword}>{account.password}</MenuItem>
          <MenuItem onClick={props.onSessions}>{account.sessions}</MenuItem>
          <MenuItem onClick={props.onSignOut}>{account.signOut}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
