// Packages bufio and io: readers that give little at a time and fail at times.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

const seed = 1
const rounds = 1

var state uint64 = 0x9E3779B97F4A7C15 ^ seed*0x100000001B3

func rnd(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

type slow struct {
	s    string
	fail error
}

func (r *slow) Read(p []byte) (int, error) {
	if r.s == "" {
		return 0, r.fail
	}
	n := min(rnd(7), len(r.s), len(p))
	copy(p, r.s[:n])
	r.s = r.s[n:]
	if r.s == "" && rnd(2) == 0 {
		return n, r.fail
	}
	return n, nil
}

type sink struct {
	log  string
	left int
}

func (w *sink) Write(p []byte) (int, error) {
	n := len(p)
	if n > w.left {
		n = w.left
	}
	w.left -= n
	w.log += fmt.Sprintf("<%s>", p[:n])
	if n < len(p) && rnd(2) == 0 {
		return n, errors.New("full")
	}
	return n, nil
}

var words = []string{"one", "two\n", " ", "\r\n", "é", "\xff", "世界", ",", "longer-than-sixteen-bytes\n", "\n", "x"}

func text(most int) string {
	s := ""
	for n := rnd(most); n > 0; n-- {
		s += words[rnd(len(words))]
	}
	return s
}

func main() {
	for i := 0; i < 120*rounds; i++ {
		fail := []error{io.EOF, io.EOF, errors.New("broken")}[rnd(3)]
		r := bufio.NewReaderSize(&slow{text(20), fail}, 16)
		for k := 0; k < 10; k++ {
			switch rnd(11) {
			case 0:
				c, err := r.ReadByte()
				fmt.Print(c, err)
			case 1:
				c, n, err := r.ReadRune()
				fmt.Print(c, n, err)
			case 2:
				fmt.Print(r.UnreadByte())
			case 3:
				fmt.Print(r.UnreadRune())
			case 4:
				p := make([]byte, rnd(30))
				n, err := r.Read(p)
				fmt.Printf("%q %v", p[:n], err)
			case 5:
				p, err := r.Peek(rnd(20))
				fmt.Printf("%q %v", p, err)
			case 6:
				n, err := r.Discard(rnd(20))
				fmt.Print(n, err)
			case 7:
				s, err := r.ReadString('\n')
				fmt.Printf("%q %v", s, err)
			case 8:
				s, more, err := r.ReadLine()
				fmt.Printf("%q %v %v", s, more, err)
			case 9:
				s, err := r.ReadSlice('x')
				fmt.Printf("%q %v", s, err)
			case 10:
				s, err := r.ReadBytes(',')
				fmt.Printf("%q %v", s, err)
			}
			fmt.Print(" ", r.Buffered(), "; ")
		}
		var rest strings.Builder
		n, err := r.WriteTo(&rest)
		fmt.Printf("%q %d %v\n", rest.String(), n, err)
		split := []bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes}[rnd(4)]
		sc := bufio.NewScanner(&slow{text(20), fail})
		sc.Buffer(make([]byte, 0, 4), 24)
		sc.Split(split)
		for sc.Scan() {
			fmt.Printf("%q ", sc.Text())
		}
		fmt.Println(sc.Err())
		to := &sink{left: 20 + rnd(200)}
		w := bufio.NewWriterSize(to, 16)
		for k := 0; k < 8; k++ {
			switch rnd(6) {
			case 0:
				n, err := w.Write([]byte(text(6)))
				fmt.Print(n, err)
			case 1:
				n, err := w.WriteString(text(6))
				fmt.Print(n, err)
			case 2:
				fmt.Print(w.WriteByte('b'))
			case 3:
				n, err := w.WriteRune(rune(rnd(0x11000)))
				fmt.Print(n, err)
			case 4:
				fmt.Print(w.Flush())
			case 5:
				n, err := w.ReadFrom(&slow{text(4), io.EOF})
				fmt.Print(n, err)
			}
			fmt.Print(" ", w.Buffered(), w.Available(), "; ")
		}
		fmt.Printf("%v %q\n", w.Flush(), to.log)
		inputOutput()
	}
	fmt.Fprintln(os.Stdout, "to stdout")
	fmt.Fprintf(os.Stderr, "to stderr %d\n", 1)
	os.Stdout.WriteString("text\n")
	in := bufio.NewScanner(os.Stdin)
	fmt.Println(in.Scan(), in.Err(), os.Getenv("GOMEM_NOTHING") == "", os.ExpandEnv("a-$GOMEM_NOTHING-${GOMEM_NOTHING}b $$ $*z $"))
	defer fmt.Println("not printed")
	os.Exit(3)
}

func inputOutput() {
	s := text(8)
	var a, b strings.Builder
	n, err := io.Copy(io.MultiWriter(&a, &b), io.TeeReader(io.LimitReader(&slow{s, io.EOF}, int64(rnd(20))), &b))
	fmt.Printf("%d %v %q %q\n", n, err, a.String(), b.String())
	p := make([]byte, rnd(12))
	k, err := io.ReadFull(&slow{s, io.EOF}, p)
	fmt.Println(k, err)
	k, err = io.ReadAtLeast(&slow{s, io.EOF}, p, rnd(14))
	fmt.Println(k, err)
	all, err := io.ReadAll(io.MultiReader(strings.NewReader(s), &slow{s, io.EOF}, io.LimitReader(strings.NewReader("tail"), 2)))
	fmt.Printf("%q %v\n", all, err)
	sec := io.NewSectionReader(strings.NewReader(s+"0123456789"), int64(rnd(5)), int64(rnd(9)))
	at, err := sec.Seek(int64(rnd(6)-1), rnd(4))
	all, err2 := io.ReadAll(sec)
	fmt.Printf("%d %v %q %v %d\n", at, err, all, err2, sec.Size())
	n, err = io.CopyN(&a, strings.NewReader(s), 5)
	fmt.Println(n, err)
	n, err = io.Copy(io.Discard, &slow{s, errors.New("bad")})
	fmt.Println(n, err)
}
