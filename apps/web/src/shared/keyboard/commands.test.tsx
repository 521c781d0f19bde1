import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { capsOf } from './caps';
import { activeLayers, type Command } from './commands';
import { useCommands } from './use-commands';

const heard: string[] = [];
const says = (keys: string, name = keys): Command => ({ keys, label: name, run: () => heard.push(name) });

function Part({ scope = 'Page', commands }: { scope?: string; commands: (Command | false)[] }) {
  useCommands(scope, commands);
  return null;
}

beforeEach(() => heard.splice(0));

test('a stroke, a stroke with Shift, and one after another', async () => {
  render(<Part commands={[says('j'), says('X'), says('g q'), says('mod+k')]} />);
  await userEvent.keyboard('j');
  await userEvent.keyboard('{Shift>}X{/Shift}');
  await userEvent.keyboard('gq');
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(heard).toEqual(['j', 'X', 'g q', 'mod+k']);
});

test('what begins a sequence and does not go on is heard for itself', async () => {
  render(<Part commands={[says('j'), says('g q')]} />);
  await userEvent.keyboard('gjq');
  expect(heard).toEqual(['j']);
});

test('is silent while somebody writes, but for what works everywhere', async () => {
  const view = render(
    <>
      <Part commands={[says('j'), { ...says('mod+k'), everywhere: true }]} />
      <input aria-label="Text" />
    </>,
  );
  await userEvent.type(view.getByLabelText('Text'), 'j{Control>}k{/Control}');
  expect(heard).toEqual(['mod+k']);
});

test('the newer of two with the same keys counts, until it is gone', async () => {
  const frame = <Part scope="Frame" commands={[says('c', 'frame')]} />;
  const view = render(frame);
  view.rerender(
    <>
      {frame}
      <Part scope="Ticket" commands={[false, says('c', 'ticket')]} />
    </>,
  );
  await userEvent.keyboard('c');
  expect(activeLayers().map(({ scope }) => scope)).toEqual(['Ticket']);
  view.rerender(frame);
  await userEvent.keyboard('c');
  expect(heard).toEqual(['ticket', 'frame']);
});

test('keys are told as they stand on the keyboard', () => {
  expect(capsOf('g q')).toEqual([['G'], ['Q']]);
  expect(capsOf('X')).toEqual([['Shift', 'X']]);
  expect(capsOf('mod+k')).toEqual([['Ctrl', 'K']]);
  expect(capsOf('shift+ArrowDown')).toEqual([['Shift', '↓']]);
  expect(capsOf('?')).toEqual([['?']]);
});
