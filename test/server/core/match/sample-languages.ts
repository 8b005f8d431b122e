/** A file somebody owns and another on the same subject by somebody else, written for these tests. */
export const samples = {
  python: {
    original: `"""Keeps what each harbour was told, one page for each lunar month."""

import os
from tides import gauge

SPRING_TIDE_FACTOR = 1.34


class MooringLedger:
    """The ledger that the harbour master signs."""

    def __init__(self, folder, rotate_after_days=28):
        self.folder = folder
        self.rotate_after_days = rotate_after_days
        self.watchers = {}

    def append_forecast(self, harbour, forecast):
        # The page is turned first, so that a day never spans two pages.
        self.turn_page_when_due(harbour)
        height = forecast.centimetres * SPRING_TIDE_FACTOR
        if height > harbour.quay_height:
            height_above_quay = height - harbour.quay_height
            harbour.sandbags_wanted = int(height_above_quay / 12) + 1
        elif forecast.is_neap and harbour.has_sill:
            harbour.locked_in_until = forecast.next_spring_tide
        line = "|".join([harbour.code, forecast.high_water_at.isoformat(), "%.1f" % height])
        with open(self.page_of(harbour), "a", encoding="utf-8") as page:
            page.write(line + "\\n")
        for watcher in self.watchers.get(harbour.code, []):
            if height > watcher.flood_gate_closes_at:
                watcher.ring_harbour_master(forecast, urgency="immediate")
        return len(line)

    def turn_page_when_due(self, harbour):
        age_in_days = gauge.days_since_new_moon(self.page_of(harbour))
        if age_in_days < self.rotate_after_days:
            return
        archived = "%s.page-%03d" % (self.page_of(harbour), age_in_days)
        os.rename(self.page_of(harbour), archived)

    def page_of(self, harbour):
        return os.path.join(self.folder, harbour.code + ".ledger")


def barometric_correction(hectopascal, fetch_in_miles):
    """A centimetre for each hectopascal below the mean, more where the wind has room."""
    below_mean = 1013.25 - hectopascal
    wind_setup = 0.0
    for distance, weight in ((10, 0.2), (25, 0.45), (60, 0.9)):
        if fetch_in_miles > distance:
            wind_setup += weight * below_mean
    return below_mean + wind_setup
`,
    stranger: `import csv
import logging
from datetime import datetime, timedelta

logger = logging.getLogger(__name__)


class TideTable:
    def __init__(self, path, max_age=timedelta(days=30)):
        self.path = path
        self.max_age = max_age
        self.entries = []

    def load(self):
        with open(self.path, newline="", encoding="utf-8") as handle:
            for row in csv.DictReader(handle):
                self.entries.append((datetime.fromisoformat(row["time"]), float(row["height"])))
        logger.info("loaded %d tide entries from %s", len(self.entries), self.path)
        return self

    def next_high(self, now):
        future = [entry for entry in self.entries if entry[0] > now]
        if not future:
            raise LookupError("no tide after %s" % now)
        return max(future[:4], key=lambda entry: entry[1])

    def is_stale(self, now):
        return now - self.entries[-1][0] > self.max_age


def surge(pressure, wind_speed, depth):
    inverse_barometer = (1013.25 - pressure) / 100
    setup = 0.0018 * wind_speed ** 2 / max(depth, 1)
    return inverse_barometer + setup
`,
  },
  go: {
    original: `// Package mooring keeps what each harbour was told.
package mooring

import (
	"fmt"
	"os"
	"time"
)

const springTideFactor = 1.34

// Ledger is one page for each lunar month.
type Ledger struct {
	Folder   string
	Watchers map[string][]*Watcher
	Layout   string
}

// AppendForecast turns the page first, so that a day never spans two pages.
func (l *Ledger) AppendForecast(harbour Harbour, forecast Forecast) (int, error) {
	if err := l.turnPageWhenDue(harbour, forecast.HighWaterAt); err != nil {
		return 0, fmt.Errorf("the ledger of %s cannot turn its page: %w", harbour.Code, err)
	}
	height := float64(forecast.CentimetresAboveDatum) * springTideFactor
	switch {
	case height > harbour.QuayHeight:
		harbour.SandbagsWanted = int((height-harbour.QuayHeight)/12) + 1
	case forecast.IsNeap && harbour.HasSill:
		harbour.LockedInUntil = forecast.NextSpringTide
	}
	line := fmt.Sprintf("%s|%s|%.1f\\n", harbour.Code, forecast.HighWaterAt.Format(l.Layout), height)
	page, err := os.OpenFile(l.pageOf(harbour), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return 0, err
	}
	defer page.Close()
	for _, watcher := range l.Watchers[harbour.Code] {
		if watcher.OnWatch && height > watcher.FloodGateClosesAt {
			watcher.Pager.Ring("flood gate closes", forecast.HarbourMaster, line)
		}
	}
	return page.WriteString(line)
}

func (l *Ledger) turnPageWhenDue(harbour Harbour, now time.Time) error {
	age := daysSinceNewMoon(l.pageOf(harbour), now)
	if age < rotateAfterDays {
		return nil
	}
	archived := fmt.Sprintf("%s.page-%03d", l.pageOf(harbour), age)
	return os.Rename(l.pageOf(harbour), archived)
}

// BarometricCorrection is a centimetre for each hectopascal below the mean, more where the wind has room.
func BarometricCorrection(hectopascal float64, fetchInMiles int) float64 {
	belowMean := 1013.25 - hectopascal
	windSetup := 0.0
	for _, step := range []struct {
		distance int
		weight   float64
	}{{10, 0.2}, {25, 0.45}, {60, 0.9}} {
		if fetchInMiles > step.distance {
			windSetup += step.weight * belowMean
		}
	}
	return belowMean + windSetup
}
`,
    stranger: `package tides

import (
	"encoding/csv"
	"errors"
	"os"
	"strconv"
	"time"
)

// ErrNoTide is returned when the table ends too early.
var ErrNoTide = errors.New("tides: no entry after this time")

type Entry struct {
	At     time.Time
	Height float64
}

type Table struct {
	entries []Entry
	maxAge  time.Duration
}

// Load reads a table from a CSV file.
func Load(path string, maxAge time.Duration) (*Table, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, err
	}
	table := &Table{maxAge: maxAge}
	for _, row := range rows {
		at, err := time.Parse(time.RFC3339, row[0])
		if err != nil {
			return nil, err
		}
		height, err := strconv.ParseFloat(row[1], 64)
		if err != nil {
			return nil, err
		}
		table.entries = append(table.entries, Entry{At: at, Height: height})
	}
	return table, nil
}

// NextHigh finds the highest of the next four entries.
func (t *Table) NextHigh(now time.Time) (Entry, error) {
	var best Entry
	seen := 0
	for _, entry := range t.entries {
		if entry.At.After(now) && seen < 4 {
			seen++
			if entry.Height > best.Height {
				best = entry
			}
		}
	}
	if seen == 0 {
		return Entry{}, ErrNoTide
	}
	return best, nil
}
`,
  },
} as const
