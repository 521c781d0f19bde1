import type { CreatePolicyDto } from '@baton/contracts/sla/sla.dto';
import type { BackTestResponse } from '@baton/contracts/sla/sla.response';
import Replay from '@mui/icons-material/ReplayOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isApiError } from '../../../shared/api/api-error';
import { formErrorText } from '../../../shared/forms/form-error';
import { FormAlert } from '../../../shared/ui/form-alert';
import { SettingsSection } from '../../../shared/ui/settings-section';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { texts as all } from '../policies.texts';
import { backTest } from '../sla-admin.queries';
import { BackTestExamples } from './back-test-examples';
import { BackTestTable } from './back-test-table';

const texts = all.backTest;

function Result({ result }: { result: BackTestResponse }) {
  const { tickets, changedTickets, metrics, examples } = result;
  if (tickets === 0) return <Box sx={{ color: 'text.secondary' }}>{texts.none}</Box>;
  const count = texts.tickets(tickets);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <Box role="status" sx={{ typography: 'h6' }}>
        {changedTickets === 0 ? texts.same(count) : texts.differs(texts.changed(changedTickets), count)}
      </Box>
      <BackTestTable metrics={metrics} />
      {examples.length > 0 && <BackTestExamples examples={examples} />}
    </Box>
  );
}

interface Props {
  isSound: boolean;
  /** The whole list as it would be. */
  policies: () => CreatePolicyDto[];
  /** Another one is another policy to check. */
  version: unknown;
}

/** What a policy would have made of the last tickets, before it is saved. */
export function BackTest({ isSound, policies, version }: Props) {
  const [checked, setChecked] = useState<unknown>(null);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => backTest({ policies: policies() }),
    onMutate: () => setChecked(version),
  });
  const isOld = data !== undefined && checked !== version;
  return (
    <SettingsSection title={texts.title} text={texts.text}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <Button startIcon={<Replay />} loading={isPending} disabled={!isSound} onClick={() => mutate()}>
          {data ? texts.again : texts.run}
        </Button>
        {!isSound && <Box sx={{ color: 'text.secondary' }}>{texts.unsound}</Box>}
        {isSound && isOld && <Box sx={{ color: 'warning.text' }}>{texts.old}</Box>}
      </Box>
      {error && <FormAlert>{isApiError(error) ? formErrorText(error) : texts.failed}</FormAlert>}
      {isPending && !data && <SkeletonRows rows={3} height={44} />}
      {data && (
        <Box sx={{ opacity: isOld || isPending ? 0.6 : 1 }}>
          <Result result={data} />
        </Box>
      )}
    </SettingsSection>
  );
}
