namespace Bot.Tests.LanguageModel.Support;

/// <summary>A clock that a test moves on, with its timers.</summary>
internal sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private TimeSpan passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How much time has passed.</summary>
    internal TimeSpan Passed
    {
        get
        {
            lock (gate) return passed;
        }
    }

    public override DateTimeOffset GetUtcNow() => start + Passed;

    public override long GetTimestamp() => Passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass; what falls due is called here and now.</summary>
    internal void Advance(TimeSpan by)
    {
        Timer[] due;
        lock (gate)
        {
            passed += by;
            due = [.. timers.Where(t => t.Due <= passed)];
            foreach (var timer in due) timer.Fired();
        }

        foreach (var timer in due) timer.Call();
    }

    private sealed class Timer(VirtualTime time, Action call) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        internal TimeSpan Due { get; private set; }

        internal Action Call => call;

        public bool Change(TimeSpan dueTime, TimeSpan every)
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                (Due, period) = (time.passed + dueTime, every);
                time.timers.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (time.gate) time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        internal void Fired()
        {
            if (period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero) time.timers.Remove(this);
            else Due = time.passed + period;
        }
    }
}
