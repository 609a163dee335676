// What a row of figures is made of.

// The smallest of these under which so many in a hundred lie.
export function percentile(values, percent) {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)];
}

const ms = (value) => `${value.toFixed(1)} ms`;

// As the other benchmark says it.
export const spread = (values) => `median ${ms(percentile(values, 50))}, p95 ${ms(percentile(values, 95))}`;

export const whole = (value) => Math.round(value).toLocaleString("en-US");

// A row of the report: what, at what size, its goal, what was measured, and whether that is enough.
export const row = (what, size, goal, measured, met) => ({ what, size, goal, measured, met });

// Waits so long: the rhythm of a hand, or what is only to be looked at once everything is quiet.
export const pause = (time) => new Promise((done) => setTimeout(done, time));
