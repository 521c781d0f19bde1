import { useEffect, useRef } from 'react';
import { addLayer, type Command, type Layer } from './commands';

/**
 * Says what can be done while the component is there: `useCommands(texts.ticket, [canClaim && { keys: 'c', label, run }])`.
 * The keys work while nobody is writing and nothing lies over the page; `?` and the palette list the same table.
 */
export function useCommands(scope: string, commands: readonly (Command | false | undefined)[]): void {
  const layer = useRef<Layer>({ scope, commands: [] });
  useEffect(() => {
    layer.current.scope = scope;
    layer.current.commands = commands.filter((command) => command !== false && command !== undefined);
  });
  useEffect(() => addLayer(layer.current), []);
}
