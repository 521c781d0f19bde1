import { useQueryClient } from '@tanstack/react-query';
import { Fragment, lazy, Suspense, useRef, useState } from 'react';
import { formatClock, formatDay } from '../../../shared/time/format-time';
import { useNow } from '../../../shared/time/use-now';
import { useTimeZone } from '../../../shared/time/use-time-zone';
import { fixedBox } from '../../../shared/ui/fixed-box';
import { loadedAhead } from '../../../shared/ui/loaded-ahead';
import { texts } from '../conversation.texts';
import type { Outgoing } from '../outbox';
import type { TalkedAbout } from '../talked-about';
import { firstOpen, fold, type LoadedTimeline } from '../timeline';
import { loadOlder } from '../timeline.queries';
import { useConversationScroll } from '../use-conversation-scroll';
import { useReading } from '../use-reading';
import { DayLine, FoldLine, NewLine } from './divider-line';
import { Entry, type EntryHandlers } from './entry';
import { MessageEntry } from './message-entry';

const UnseenButton = lazy(() => import('./unseen-button').then((module) => ({ default: module.UnseenButton })));
/** Comes with the composer, before there can be anything on its way. */
const { Page: PendingEntry, preload } = loadedAhead(() => import('./pending-entry'), 'PendingEntry');
export const loadPendingEntry = preload;

const DAY_MS = 86_400_000;

function dayName(at: string, now: Date, zone: string): string {
  const day = (date: Date) => formatDay(date, now, zone);
  const name = day(new Date(at));
  if (name === day(now)) return texts.today;
  return name === day(new Date(now.getTime() - DAY_MS)) ? texts.yesterday : name;
}

/** Opens what lies behind the fold: first what is held, then page by page. */
function useFold(ticketId: string, loaded: LoadedTimeline) {
  const client = useQueryClient();
  const [open, setOpen] = useState({ ticketId, from: firstOpen(loaded) });
  const [busy, setBusy] = useState(false);
  const from = open.ticketId === ticketId ? open.from : firstOpen(loaded);
  if (open.ticketId !== ticketId) setOpen({ ticketId, from });
  const unfold = async () => {
    setOpen({ ticketId, from: 0 });
    if (!loaded.hasOlder || from > (loaded.items[0]?.seq ?? 0)) return;
    setBusy(true);
    await loadOlder(client, ticketId).finally(() => setBusy(false));
  };
  return { ...fold(loaded, from), busy, unfold };
}

const Frame = fixedBox('div', { position: 'relative', flex: 1, minHeight: 0 });
const Log = fixedBox('div', {
  height: 1,
  overflowY: 'auto',
  overflowAnchor: 'none',
  px: { xs: 1, md: 2 },
  pb: 1,
});

interface Props extends EntryHandlers {
  ticket: TalkedAbout;
  loaded: LoadedTimeline;
  pending: readonly Outgoing[];
  onEdit: (item: Outgoing) => void;
  onReadMissed: (item: Outgoing) => void;
}

export function Entries({ ticket, loaded, pending, onEdit, onReadMissed, ...handlers }: Props) {
  const now = useNow();
  const zone = useTimeZone();
  const box = useRef<HTMLDivElement>(null);
  const { count, until, shown, busy, unfold } = useFold(ticket.id, loaded);
  const { unseen, toEnd } = useConversationScroll(box, {
    ticketId: ticket.id,
    first: shown[0]?.id,
    last: pending.at(-1)?.clientId ?? shown.at(-1)?.id,
    count: shown.length + pending.length,
  });
  const firstNew = useReading({
    ticketId: ticket.id,
    lastReadSeq: ticket.lastReadSeq,
    entries: loaded.items,
    atEnd: unseen === 0,
  });
  const days = shown.map(({ at }) => dayName(at, now, zone));
  const firstDay = dayName(ticket.createdAt, now, zone);
  return (
    <Frame>
      <Log ref={box} role="log" aria-label={texts.conversation} tabIndex={0}>
        {/* Its height is watched. */}
        <div>
          <MessageEntry
            author={ticket.submittedBy}
            requesterId={ticket.requester.id}
            at={ticket.createdAt}
            html={ticket.description}
            attachments={ticket.attachments}
          />
          {count > 0 && (
            <FoldLine busy={busy} onOpen={unfold}>
              {until ? texts.earlierUntil(count, formatClock(new Date(until), now, zone)) : texts.earlier(count)}
            </FoldLine>
          )}
          {shown.map((entry, index) => (
            <Fragment key={entry.id}>
              {days[index] !== (index === 0 ? firstDay : days[index - 1]) && <DayLine>{days[index] ?? ''}</DayLine>}
              {entry.id === firstNew && <NewLine>{texts.fresh}</NewLine>}
              <Entry entry={entry} ticket={ticket} {...handlers} />
            </Fragment>
          ))}
          <Suspense fallback={null}>
            {pending.map((item) => (
              <PendingEntry
                key={item.clientId}
                item={item}
                requesterId={ticket.requester.id}
                onEdit={onEdit}
                onReadMissed={onReadMissed}
              />
            ))}
          </Suspense>
        </div>
      </Log>
      {unseen > 0 && (
        <Suspense fallback={null}>
          <UnseenButton count={unseen} onClick={toEnd} />
        </Suspense>
      )}
    </Frame>
  );
}
