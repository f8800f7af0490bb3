package main

import (
	"context"
	"net"
	"sync/atomic"

	"github.com/gorilla/websocket"
)

type signalKey struct{}

// Bytes of one participant's signal connections, in both directions, as they cross the socket.
type signalBytes struct{ atomic.Int64 }

func (counted *signalBytes) in(ctx context.Context) context.Context {
	return context.WithValue(ctx, signalKey{}, counted)
}

type countedConn struct {
	net.Conn
	bytes *signalBytes
}

func (conn countedConn) Read(into []byte) (int, error) {
	count, err := conn.Conn.Read(into)
	conn.bytes.Add(int64(count))
	return count, err
}

func (conn countedConn) Write(from []byte) (int, error) {
	count, err := conn.Conn.Write(from)
	conn.bytes.Add(int64(count))
	return count, err
}

// The SDK opens its signal with the default dialer, and passes on the context of the join.
func countSignal() {
	var dialer net.Dialer
	websocket.DefaultDialer.NetDialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := dialer.DialContext(ctx, network, address)
		counted, ok := ctx.Value(signalKey{}).(*signalBytes)
		if err != nil || !ok {
			return conn, err
		}
		return countedConn{conn, counted}, nil
	}
}
