package main

import (
	"bufio"
	"context"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"github.com/livekit/protocol/livekit"
	lksdk "github.com/livekit/server-sdk-go/v2"
	"github.com/pion/rtcp"
	"github.com/pion/webrtc/v4"
	"github.com/pion/webrtc/v4/pkg/media"
)

// 600 kbit/s at 30 frames a second: the size that viewers of a large show on ordinary screens get.
const (
	frameTime     = time.Second / 30
	frameBytes    = 2_500
	keyFrameBytes = 15_000
	voiceTime     = 20 * time.Millisecond
	voiceBytes    = 80
)

// Connects the publishers, and sends from the next line of the input on.
func publish(wish plan, input *bufio.Reader) {
	rooms := make([]*lksdk.Room, len(wish.Tokens))
	var connects sync.WaitGroup
	for who, token := range wish.Tokens {
		connects.Go(func() {
			room, err := lksdk.ConnectToRoomWithToken(wish.URL, token, nil, lksdk.WithConnectTimeout(patience))
			if err != nil {
				report(event{Event: "failed", Who: who, Error: err.Error()})
				return
			}
			rooms[who] = room
			report(event{Event: "joined", Who: who})
		})
	}
	connects.Wait()
	ctx, end := context.WithCancel(context.Background())
	if _, err := input.ReadString('\n'); err == nil {
		for who, room := range rooms {
			if room != nil {
				go send(ctx, who, room)
			}
		}
	}
	_, _ = io.Copy(io.Discard, input)
	end()
	for _, room := range rooms {
		if room != nil {
			room.Disconnect()
		}
	}
}

func send(ctx context.Context, who int, room *lksdk.Room) {
	if err := sendTracks(ctx, room); err != nil {
		report(event{Event: "failed", Who: who, Error: err.Error()})
		return
	}
	report(event{Event: "sends", Who: who})
}

func sendTracks(ctx context.Context, room *lksdk.Room) error {
	var keyFrameDue atomic.Bool
	keyFrameDue.Store(true)
	camera, err := lksdk.NewLocalTrack(
		webrtc.RTPCodecCapability{MimeType: webrtc.MimeTypeVP8, ClockRate: 90_000},
		lksdk.WithRTCPHandler(func(packet rtcp.Packet) {
			if _, ok := packet.(*rtcp.PictureLossIndication); ok {
				keyFrameDue.Store(true)
			}
		}),
	)
	if err != nil {
		return err
	}
	voice, err := lksdk.NewLocalTrack(webrtc.RTPCodecCapability{MimeType: webrtc.MimeTypeOpus, ClockRate: 48_000, Channels: 2})
	if err != nil {
		return err
	}
	go every(ctx, frameTime, camera, func() []byte {
		// Until LiveKit listens, nothing is sent: the first frame has to be a key frame.
		return frame(keyFrameDue.Swap(!camera.IsBound()))
	})
	go every(ctx, voiceTime, voice, func() []byte { return make([]byte, voiceBytes) })
	_, err = room.LocalParticipant.PublishTrack(camera, &lksdk.TrackPublicationOptions{
		Name: "camera", Source: livekit.TrackSource_CAMERA, VideoWidth: 640, VideoHeight: 360,
	})
	if err != nil {
		return err
	}
	_, err = room.LocalParticipant.PublishTrack(voice, &lksdk.TrackPublicationOptions{
		Name: "microphone", Source: livekit.TrackSource_MICROPHONE,
	})
	return err
}

func every(ctx context.Context, pause time.Duration, track *lksdk.LocalTrack, next func() []byte) {
	ticks := time.NewTicker(pause)
	defer ticks.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticks.C:
			_ = track.WriteSample(media.Sample{Data: next(), Duration: pause}, nil)
		}
	}
}

// A VP8 frame (RFC 6386, section 9.1) whose picture is empty: LiveKit forwards pictures without decoding them.
func frame(isKey bool) []byte {
	if !isKey {
		made := make([]byte, frameBytes)
		made[0] = 1
		return made
	}
	made := make([]byte, keyFrameBytes)
	copy(made, []byte{0x10, 0, 0, 0x9d, 0x01, 0x2a, 640 & 0xff, 640 >> 8, 360 & 0xff, 360 >> 8})
	return made
}
