import SearchIcon from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { type FormEvent, memo, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { Cap } from '../../features/palette/components/keys';
import { useCommands } from '../../shared/keyboard/use-commands';
import { Link, useGo } from '../../shared/ui/link';
import { SearchField } from '../../shared/ui/search-field';
import { texts as palette } from '../palette/palette.texts';
import { texts } from './shell.texts';

const PATH = '/search';
const addressOf = (q: string) => (q === '' ? PATH : `${PATH}?${new URLSearchParams({ q })}`);

interface Props {
  /** The results are on the page. */
  isHere: boolean;
  /** What is searched for there. */
  value: string;
}

const Search = memo(function Search({ isHere, value }: Props) {
  const go = useGo();
  const form = useRef<HTMLFormElement>(null);
  const input = () => form.current?.querySelector('input') ?? null;
  const focus = () => {
    if (input()?.checkVisibility()) input()?.select();
    else go(PATH);
  };
  useCommands(palette.everywhere, [{ keys: '/', label: texts.search, run: focus }]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(addressOf(input()?.value.trim() ?? ''), { replace: isHere });
    // From here on j and k go through the results.
    input()?.blur();
  };
  return (
    <>
      <Box
        component="form"
        role="search"
        ref={form}
        onSubmit={submit}
        sx={{
          display: { xs: 'none', md: 'block' },
          position: 'relative',
          flex: '0 1 400px',
          minWidth: 0,
          '& input': { borderColor: 'transparent', boxShadow: 'var(--mui-palette-elevation-panel)' },
          '& kbd': { position: 'absolute', right: 8, top: 8, pointerEvents: 'none' },
          '&:focus-within kbd, &:has(input:not(:placeholder-shown)) kbd': { display: 'none' },
        }}
      >
        <SearchField
          value={value}
          onSearch={(q) => isHere && go(addressOf(q), { replace: true })}
          label={texts.search}
          placeholder={texts.search}
        />
        <Cap>/</Cap>
      </Box>
      <IconButton component={Link} to={PATH} aria-label={texts.search} sx={{ display: { md: 'none' }, ml: 'auto' }}>
        <SearchIcon />
      </IconButton>
    </>
  );
});

/** One field for the whole desk: Enter goes to the results, and there they follow what is typed. */
export function HeaderSearch() {
  const { pathname, search } = useLocation();
  const isHere = pathname === PATH;
  return <Search isHere={isHere} value={(isHere && new URLSearchParams(search).get('q')) || ''} />;
}
