import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { Message } from "./Message";

interface FailureProps {
  /** What cannot be shown, as the message begins: “The outline”. */
  what: string;
  within?: boolean;
  children: ReactNode;
}

/** Stands where a part of the screen would that has failed, so that the rest goes on. */
export class Failure extends Component<FailureProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Message title={`${this.props.what} cannot be shown`} within={this.props.within ?? false}>
        <p>Everything typed so far is kept. Loading the page again usually helps.</p>
        <Button onClick={() => location.reload()}>Load again</Button>
      </Message>
    );
  }
}
