/** The sample work's HarbourTides, translated line by line: the same program in other languages. */
export const harbourTidesInPython = `from dataclasses import dataclass
from datetime import datetime, timedelta

from gauge import Gauge, read_gauge
from ledger import Ledger


@dataclass
class TideForecast:
    """The next high water at a harbour."""
    harbour_code: str
    high_water_at: datetime
    centimetres_above_datum: int


LUNAR_DAY_MINUTES = 1490
spring_tide_factor = 1.34


class HarbourTides:
    def __init__(self, gauges, ledger_path):
        self.gauges = gauges
        self.ledger = Ledger(ledger_path, rotate_after_days=28)

    async def forecast(self, harbour_code, now):
        gauge = self.gauges.get(harbour_code)
        if gauge is None:
            raise KeyError(f"no tide gauge is moored at {harbour_code}")
        reading = await read_gauge(gauge, smoothing="savitzky-golay", window_minutes=18)
        phase = (reading.minutes_since_moon_transit % LUNAR_DAY_MINUTES) / LUNAR_DAY_MINUTES
        is_spring = reading.moon_age_days < 2 or abs(reading.moon_age_days - 14.7) < 2
        swell = reading.mean_centimetres * (spring_tide_factor if is_spring else 1)
        forecast = TideForecast(
            harbour_code=harbour_code,
            high_water_at=now + timedelta(minutes=(1 - phase) * LUNAR_DAY_MINUTES),
            centimetres_above_datum=round(swell + reading.barometric_correction),
        )
        await self.ledger.append_entry("forecast", forecast)
        if forecast.centimetres_above_datum > gauge.flood_warning_level:
            self._notify_harbour_master(harbour_code, "flood gate closes at %s" % forecast.high_water_at.isoformat())
        return forecast

    def _notify_harbour_master(self, harbour_code, message):
        recipients = [s for s in self.ledger.subscribers(harbour_code) if s.on_watch and not s.muted_until]
        for recipient in recipients:
            recipient.pager.ring(urgency="immediate", message=message, harbour_code=harbour_code)
`

export const harbourTidesInGo = `package tides

import (
	"fmt"
	"math"
	"time"
)

type TideForecast struct {
	HarbourCode           string
	HighWaterAt           time.Time
	CentimetresAboveDatum int
}

const LunarDayMinutes = 1490
const springTideFactor = 1.34

type HarbourTides struct {
	gauges map[string]*Gauge
	ledger *Ledger
}

func NewHarbourTides(gauges map[string]*Gauge, ledgerPath string) *HarbourTides {
	return &HarbourTides{gauges: gauges, ledger: NewLedger(ledgerPath, LedgerOptions{RotateAfterDays: 28})}
}

func (t *HarbourTides) Forecast(harbourCode string, now time.Time) (*TideForecast, error) {
	gauge, ok := t.gauges[harbourCode]
	if !ok {
		return nil, fmt.Errorf("no tide gauge is moored at %s", harbourCode)
	}
	reading, err := ReadGauge(gauge, GaugeOptions{Smoothing: "savitzky-golay", WindowMinutes: 18})
	if err != nil {
		return nil, err
	}
	phase := math.Mod(reading.MinutesSinceMoonTransit, LunarDayMinutes) / LunarDayMinutes
	isSpring := reading.MoonAgeDays < 2 || math.Abs(reading.MoonAgeDays-14.7) < 2
	swell := reading.MeanCentimetres
	if isSpring {
		swell *= springTideFactor
	}
	forecast := &TideForecast{
		HarbourCode:           harbourCode,
		HighWaterAt:           now.Add(time.Duration((1-phase)*LunarDayMinutes) * time.Minute),
		CentimetresAboveDatum: int(math.Round(swell + reading.BarometricCorrection)),
	}
	if err := t.ledger.AppendEntry("forecast", forecast); err != nil {
		return nil, err
	}
	if forecast.CentimetresAboveDatum > gauge.FloodWarningLevel {
		t.notifyHarbourMaster(harbourCode, fmt.Sprintf("flood gate closes at %s", forecast.HighWaterAt))
	}
	return forecast, nil
}

func (t *HarbourTides) notifyHarbourMaster(harbourCode string, message string) {
	for _, recipient := range t.ledger.Subscribers(harbourCode) {
		if recipient.OnWatch && recipient.MutedUntil.IsZero() {
			recipient.Pager.Ring(Alarm{Urgency: "immediate", Message: message, HarbourCode: harbourCode})
		}
	}
}
`

/** Written from nothing for the same interface: its names are prescribed, all else is its author's own. */
export const otherClientInPython = `import json
import urllib.request


class TideForecast:
    def __init__(self, centimetres_above_datum, high_water_at, harbour_code):
        self.centimetres_above_datum = centimetres_above_datum
        self.high_water_at = high_water_at
        self.harbour_code = harbour_code


class HarbourTides:
    """Client of the harbour tides service."""

    def __init__(self, base_url, token=None, timeout=10):
        self._base_url = base_url.rstrip("/")
        self._token = token
        self._timeout = timeout

    def _request(self, path):
        request = urllib.request.Request(self._base_url + path)
        if self._token:
            request.add_header("Authorization", "Bearer " + self._token)
        with urllib.request.urlopen(request, timeout=self._timeout) as response:
            if response.status == 404:
                raise LookupError("unknown harbour, see the list of stations")
            return json.loads(response.read().decode("utf-8"))

    def stations(self):
        return [entry["harbour_code"] for entry in self._request("/stations")]

    def forecast(self, harbour_code):
        body = self._request("/forecast/" + harbour_code)
        return TideForecast(body["centimetres_above_datum"], body["high_water_at"], body["harbour_code"])
`

export const otherClientInGo = `package client

import (
	"encoding/json"
	"errors"
	"net/http"
)

type TideForecast struct {
	CentimetresAboveDatum int    \`json:"centimetresAboveDatum"\`
	HighWaterAt           string \`json:"highWaterAt"\`
	HarbourCode           string \`json:"harbourCode"\`
}

type HarbourTides struct {
	http *http.Client
	base string
}

var ErrUnknownHarbour = errors.New("the service does not know this harbour")

func (c *HarbourTides) Forecast(harbourCode string) (*TideForecast, error) {
	response, err := c.http.Get(c.base + "/forecast/" + harbourCode)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode == http.StatusNotFound {
		return nil, ErrUnknownHarbour
	}
	var forecast TideForecast
	return &forecast, json.NewDecoder(response.Body).Decode(&forecast)
}
`
