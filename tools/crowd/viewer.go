package main

import (
	"context"
	"io"
	"sync"
	"time"

	lksdk "github.com/livekit/server-sdk-go/v2"
	"github.com/pion/rtp"
	"github.com/pion/rtp/codecs"
	"github.com/pion/webrtc/v4"
)

// Longer than people wait, so that a slow join is measured instead of counted as a failure.
const patience = 30 * time.Second

type viewer struct {
	who     int
	started time.Time
	signal  signalBytes

	lock       sync.Mutex
	packet     time.Duration
	keyFrame   bool
	nextNumber uint16
	frames     int
	lastFrame  time.Time
	longestGap time.Duration
}

func ms(duration time.Duration) float64 { return float64(duration.Microseconds()) / 1000 }

func unixMs(moment time.Time) float64 { return float64(moment.UnixMicro()) / 1000 }

// Lets the viewers arrive one after the other, and leave at the end of the input.
func watch(wish plan, input io.Reader) {
	var arrivals sync.WaitGroup
	viewers := make([]*viewer, len(wish.Tokens))
	rooms := make([]*lksdk.Room, len(wish.Tokens))
	began := time.Now()
	for who, token := range wish.Tokens {
		viewers[who] = &viewer{who: who}
		arrivals.Go(func() {
			time.Sleep(time.Until(began.Add(time.Duration(float64(who) / wish.PerSecond * float64(time.Second)))))
			rooms[who] = viewers[who].arrive(wish.URL, token)
		})
	}
	_, _ = io.Copy(io.Discard, input)
	arrivals.Wait()
	for who, room := range rooms {
		if room == nil {
			continue
		}
		viewers[who].leave()
		room.Disconnect()
	}
}

// Returns nil if the viewer was refused.
func (seen *viewer) arrive(url, token string) *lksdk.Room {
	seen.started = time.Now()
	heard := &lksdk.RoomCallback{ParticipantCallback: lksdk.ParticipantCallback{
		OnTrackSubscribed: func(track *webrtc.TrackRemote, _ *lksdk.RemoteTrackPublication, _ *lksdk.RemoteParticipant) {
			go seen.read(track)
		},
	}}
	room := lksdk.NewRoom(heard)
	ctx := seen.signal.in(context.Background())
	err := room.JoinWithContextAndToken(ctx, url, token, lksdk.WithConnectTimeout(patience))
	if err != nil {
		report(event{Event: "failed", Who: seen.who, Error: err.Error()})
		return nil
	}
	now := time.Now()
	report(event{Event: "joined", Who: seen.who, AtMs: unixMs(now), JoinedMs: ms(now.Sub(seen.started)), SignalBytes: seen.signal.Load()})
	return room
}

func (seen *viewer) read(track *webrtc.TrackRemote) {
	isVideo := track.Kind() == webrtc.RTPCodecTypeVideo
	for {
		packet, _, err := track.ReadRTP()
		if err != nil {
			return
		}
		// LiveKit probes the bandwidth with packets that only pad.
		if isVideo && len(packet.Payload) > 0 {
			seen.take(packet)
		}
	}
}

// Counts frames from the first complete key frame on: a decoder can show nothing before.
func (seen *viewer) take(packet *rtp.Packet) {
	seen.lock.Lock()
	defer seen.lock.Unlock()
	now := time.Now()
	if seen.packet == 0 {
		seen.packet = now.Sub(seen.started)
	}
	if seen.frames == 0 {
		seen.follow(packet)
	}
	if !packet.Marker || !seen.keyFrame {
		return
	}
	seen.frames++
	if seen.frames > 1 {
		seen.longestGap = max(seen.longestGap, now.Sub(seen.lastFrame))
	} else {
		report(event{
			Event: "picture", Who: seen.who, AtMs: unixMs(now), PacketMs: ms(seen.packet),
			PictureMs: ms(now.Sub(seen.started)), SignalBytes: seen.signal.Load(),
		})
	}
	seen.lastFrame = now
}

// Whether a key frame (RFC 7741) has begun, of which no packet is missing so far.
func (seen *viewer) follow(packet *rtp.Packet) {
	var vp8 codecs.VP8Packet
	frame, err := vp8.Unmarshal(packet.Payload)
	begins := err == nil && vp8.S == 1 && vp8.PID == 0 && len(frame) > 0
	if begins {
		seen.keyFrame = frame[0]&1 == 0
	} else if packet.SequenceNumber != seen.nextNumber {
		seen.keyFrame = false
	}
	seen.nextNumber = packet.SequenceNumber + 1
}

func (seen *viewer) leave() {
	seen.lock.Lock()
	defer seen.lock.Unlock()
	gap := seen.longestGap
	if seen.frames > 0 {
		gap = max(gap, time.Since(seen.lastFrame))
	}
	report(event{Event: "left", Who: seen.who, Frames: seen.frames, LongestGapMs: ms(gap), SignalBytes: seen.signal.Load()})
}
