// Where a page that cannot be shown stops: a mistake of ours, or a part of it that could not be fetched. What stands around it lives on.
import { Component, type ReactNode } from 'react';

export interface GrensProps {
  /** What stands there instead; `opnieuw` draws the page anew. */
  toon: (opnieuw: () => void) => ReactNode;
  children: ReactNode;
}

export class Grens extends Component<GrensProps, { mis: boolean }> {
  override state = { mis: false };

  static getDerivedStateFromError() {
    return { mis: true };
  }

  override render() {
    // A part that could not be fetched is not asked for again by who asked once: only a fresh page does that.
    return this.state.mis ? this.props.toon(() => location.reload()) : this.props.children;
  }
}
