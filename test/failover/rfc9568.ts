// Two VRRP routers on one LAN, written from RFC 9568 section 6 alone and stepped advertisement by advertisement. The names are the
// RFC's. It knows nothing of the rehearsal that it is the measure of.

export interface RouterParameters {
  readonly Priority: number;
  /** Seconds; the RFC counts centiseconds. */
  readonly Advertisement_Interval: number;
  readonly Preempt_Mode: boolean;
  /** Primary address, compared as the RFC compares them. */
  readonly address: number;
}

export type Happening = {
  readonly at: number;
  readonly router: 0 | 1;
  readonly what: 'death' | 'shutdown' | 'startup';
};
export type State = 'Initialize' | 'Backup' | 'Active';
export interface Transition {
  readonly at: number;
  readonly router: 0 | 1;
  readonly to: State;
}

interface Router extends RouterParameters {
  state: State;
  Active_Adver_Interval: number;
  Active_Down_Timer: number;
  Adver_Timer: number;
}

const never = Infinity;

/** All transitions until `end`, those of the happenings included. */
export function transitions(
  parameters: readonly [RouterParameters, RouterParameters],
  happenings: readonly Happening[],
  end: number,
): Transition[] {
  const routers: Router[] = parameters.map((one) => ({
    ...one,
    state: 'Initialize',
    Active_Adver_Interval: one.Advertisement_Interval,
    Active_Down_Timer: never,
    Adver_Timer: never,
  }));
  const found: Transition[] = [];
  const queue = [...happenings].sort((x, y) => x.at - y.at);

  // 6.1
  const Skew_Time = (self: Router) => ((256 - self.Priority) * self.Active_Adver_Interval) / 256;
  const Active_Down_Interval = (self: Router) => 3 * self.Active_Adver_Interval + Skew_Time(self);
  const become = (index: 0 | 1, to: State, at: number) => {
    routers[index]!.state = to;
    found.push({ at, router: index, to });
  };
  const send = (from: 0 | 1, Priority: number, at: number) => {
    const to = from === 0 ? 1 : 0;
    receive(to, Priority, routers[from]!.Advertisement_Interval, routers[from]!.address, at);
  };
  const lead = (index: 0 | 1, at: number) => {
    become(index, 'Active', at);
    routers[index]!.Active_Down_Timer = never;
    routers[index]!.Adver_Timer = at + routers[index]!.Advertisement_Interval;
    send(index, routers[index]!.Priority, at);
  };
  const listen = (self: Router, interval: number, at: number) => {
    self.Active_Adver_Interval = interval;
    self.Active_Down_Timer = at + Active_Down_Interval(self);
    self.Adver_Timer = never;
  };

  function receive(index: 0 | 1, Priority: number, interval: number, address: number, at: number): void {
    const self = routers[index]!;
    if (self.state === 'Backup') {
      // 6.4.2
      if (Priority === 0) self.Active_Down_Timer = at + Skew_Time(self);
      else if (!self.Preempt_Mode || Priority >= self.Priority) listen(self, interval, at);
    } else if (self.state === 'Active') {
      // 6.4.3
      if (Priority === 0) {
        self.Adver_Timer = at + self.Advertisement_Interval;
        send(index, self.Priority, at);
      } else if (Priority > self.Priority || (Priority === self.Priority && address > self.address)) {
        become(index, 'Backup', at);
        listen(self, interval, at);
      } else {
        self.Adver_Timer = at + self.Advertisement_Interval;
        send(index, self.Priority, at);
      }
    }
  }

  for (;;) {
    const timers = routers.flatMap((self, index) => [
      { at: self.Active_Down_Timer, index, kind: 'down' },
      { at: self.Adver_Timer, index, kind: 'advert' },
    ]);
    const next = timers.sort((x, y) => x.at - y.at)[0]!;
    const happening = queue[0];
    if (happening && happening.at <= next.at) {
      queue.shift();
      const { at, router: index, what } = happening;
      const self = routers[index]!;
      if (what === 'startup' && self.state === 'Initialize') {
        // 6.4.1
        self.Active_Adver_Interval = self.Advertisement_Interval;
        if (self.Priority === 255) lead(index, at);
        else {
          become(index, 'Backup', at);
          listen(self, self.Advertisement_Interval, at);
        }
      } else if (what !== 'startup' && self.state !== 'Initialize') {
        const active = self.state === 'Active';
        self.Active_Down_Timer = never;
        self.Adver_Timer = never;
        become(index, 'Initialize', at);
        if (active && what === 'shutdown') send(index, 0, at);
      }
    } else if (next.at > end) return found;
    else if (next.kind === 'down') lead(next.index as 0 | 1, next.at);
    else {
      routers[next.index]!.Adver_Timer = next.at + routers[next.index]!.Advertisement_Interval;
      send(next.index as 0 | 1, routers[next.index]!.Priority, next.at);
    }
  }
}
