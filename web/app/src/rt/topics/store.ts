// The topics that a page holds, each once.
import type { RtConnection } from '../lijn/connection';
import { BundleChannel } from './bundle';
import { ViewChannel } from './view';

/** A page that is left and entered again within this time keeps its topic: no flicker, no second snapshot. */
const LINGER_MS = 3_000;
export class TopicStore {
  private readonly views = new Map<string, ViewChannel>();
  private readonly bundles = new Map<string, BundleChannel>();
  private readonly rt: RtConnection;

  constructor(rt: RtConnection) {
    this.rt = rt;
  }

  view(topic: string): ViewChannel {
    return this.of(this.views, topic, () => new ViewChannel(this.rt, topic));
  }

  bundle(topic: string): BundleChannel {
    return this.of(this.bundles, topic, () => new BundleChannel(this.rt, topic));
  }

  /** Holds the topic for as long as somebody looks at it, and a little longer. */
  hold(channel: ViewChannel | BundleChannel): () => void {
    const map: Map<string, ViewChannel | BundleChannel> =
      channel instanceof ViewChannel ? this.views : this.bundles;
    map.set(channel.topic, channel);
    channel.users += 1;
    clearTimeout(channel.linger);
    if (!channel.active) {
      channel.active = true;
      this.rt.add(channel);
    }
    return () => {
      channel.users -= 1;
      if (channel.users > 0) return;
      channel.linger = setTimeout(() => this.drop(map, channel), LINGER_MS);
    };
  }

  private drop<C extends ViewChannel | BundleChannel>(map: Map<string, C>, channel: C) {
    clearTimeout(channel.linger);
    channel.active = false;
    this.rt.remove(channel);
    if (map.get(channel.topic) === channel) map.delete(channel.topic);
  }

  private of<C extends ViewChannel | BundleChannel>(map: Map<string, C>, topic: string, make: () => C): C {
    const known = map.get(topic);
    // Taken away while nobody looked: whoever comes back may have the right again, and only the server knows.
    const stale = known?.users === 0 && known.getState().stand === 'weg';
    if (known && !stale) return known;
    if (known) this.drop(map, known);
    const made = make();
    map.set(topic, made);
    return made;
  }
}
