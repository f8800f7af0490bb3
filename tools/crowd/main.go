// A crowd for npm run bench -- crowd: many participants of LiveKit rooms in one process, without decoding a
// picture. The first line of its input is the plan as JSON. Publishers start sending at the next line. All
// leave at the end of the input. Each line of its output is an event as JSON.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sync"

	"github.com/livekit/protocol/logger"
	lksdk "github.com/livekit/server-sdk-go/v2"
)

type plan struct {
	// "viewers" or "publishers".
	Role string `json:"role"`
	// Where the signal WebSocket is opened.
	URL string `json:"url"`
	// One participant each.
	Tokens []string `json:"tokens"`
	// Arrivals a second, evenly spread.
	PerSecond float64 `json:"perSecond"`
}

// An event of one participant. Times are milliseconds since its connect began, or Unix milliseconds ("at").
type event struct {
	Event        string  `json:"event"`
	Who          int     `json:"who"`
	Error        string  `json:"error,omitempty"`
	AtMs         float64 `json:"atMs,omitempty"`
	JoinedMs     float64 `json:"joinedMs,omitempty"`
	PacketMs     float64 `json:"packetMs,omitempty"`
	PictureMs    float64 `json:"pictureMs,omitempty"`
	SignalBytes  int64   `json:"signalBytes,omitempty"`
	Frames       int     `json:"frames,omitempty"`
	LongestGapMs float64 `json:"longestGapMs,omitempty"`
}

var printing sync.Mutex

func report(told event) {
	printing.Lock()
	defer printing.Unlock()
	line, _ := json.Marshal(told)
	fmt.Println(string(line))
}

func main() {
	lksdk.SetLogger(logger.GetDiscardLogger())
	countSignal()
	input := bufio.NewReader(os.Stdin)
	line, err := input.ReadBytes('\n')
	var wish plan
	if err == nil {
		err = json.Unmarshal(line, &wish)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "the plan is not valid:", err)
		os.Exit(1)
	}
	if wish.Role == "publishers" {
		publish(wish, input)
	} else {
		watch(wish, input)
	}
}
