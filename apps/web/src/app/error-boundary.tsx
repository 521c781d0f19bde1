import Report from '@mui/icons-material/ReportGmailerrorredOutlined';
import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { StateMessage } from '../shared/ui/state-message';
import { texts } from './shell/shell.texts';

/** Keeps a failing page from taking the frame with it. Reloading also fetches a newer version after an update. */
export class ErrorBoundary extends Component<{ children: ReactNode; address?: string }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  /** Another address is another page: it gets its own chance. */
  override componentDidUpdate(before: { address?: string }) {
    if (this.state.failed && before.address !== this.props.address) this.setState({ failed: false });
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <StateMessage
        page
        role="alert"
        tone="error"
        icon={<Report />}
        title={texts.brokenTitle}
        text={texts.brokenText}
        action={<Button onClick={() => location.reload()}>{texts.reload}</Button>}
      />
    );
  }
}
