import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

interface Received {
  from: string;
  to: string[];
  /** Headers and body as they came over the wire. */
  raw: string;
}

export interface TestSmtpServer {
  url: string;
  received: Received[];
  /** Answers the next mails with these codes: to RCPT TO, or to the message itself. */
  refuse(at: 'recipient' | 'message', code: number): void;
  accept(): void;
  stop(): Promise<void>;
}

/** A real SMTP server on loopback that keeps what it is given, or refuses it on demand. */
export async function startSmtpServer(): Promise<TestSmtpServer> {
  const received: Received[] = [];
  let refusal: { at: 'recipient' | 'message'; code: number } | null = null;
  const refusalAt = (at: 'recipient' | 'message'): Error | null =>
    refusal?.at === at ? Object.assign(new Error('no'), { responseCode: refusal.code }) : null;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refusalAt('recipient')),
    onData(stream, { envelope }, done) {
      text(stream).then((raw) => {
        const error = refusalAt('message');
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        if (!error) received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
        done(error);
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    refuse: (at, code) => {
      refusal = { at, code };
    },
    accept: () => {
      refusal = null;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
