package runtime

// Callers writes the return addresses of the calls in progress into pc and tells how
// many. Number 0, if skip leaves it, is Callers' own.
func Callers(skip int, pc []uintptr) int {
	if len(pc) == 0 {
		return 0
	}
	return callers(skip, pc)
}

//go:noescape
func callers(skip int, pc []uintptr) int

// Caller tells the address, file and line of a call in progress: 0 is the one of Caller.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	var one [1]uintptr
	if callers(skip+1, one[:]) == 0 {
		return
	}
	pc = one[0] - 1
	file, line = funcline(pc)
	return pc, file, line, true
}

// A Func stands for a function of the program.
type Func struct {
	entry uintptr
}

// findfunc gives the function that an address lies in, always the same object; nil if
// there is none.
func findfunc(pc uintptr) *Func

//go:onlyreads
func funcname(f *Func) string

//go:onlyreads
func funcstart(f *Func) int

func funcline(pc uintptr) (file string, line int)

// FuncForPC is the function an address lies in, or nil.
func FuncForPC(pc uintptr) *Func {
	return findfunc(pc)
}

// Name is the function's, with its package's path.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return funcname(f)
}

// Entry is the address where the function begins.
func (f *Func) Entry() uintptr {
	return f.entry
}

// FileLine tells where an address of the function comes from.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_ = f.entry
	return funcline(pc)
}

// A Frame is what Frames tells of one call.
type Frame struct {
	PC        uintptr
	Func      *Func
	Function  string
	File      string
	Line      int
	startLine int
	Entry     uintptr
	funcInfo  struct {
		fn     *Func
		module *Func
	}
}

// Frames tells functions and lines for return addresses.
type Frames struct {
	callers []uintptr
	number  uintptr
	ahead   []Frame
	store   [2]Frame
}

// CallersFrames makes Frames of what Callers wrote.
func CallersFrames(callers []uintptr) *Frames {
	f := &Frames{callers: callers}
	f.ahead = f.store[:0]
	return f
}

// Next gives the next call, a zero Frame after the last, and whether one follows.
func (ci *Frames) Next() (frame Frame, more bool) {
	for len(ci.ahead) < len(ci.store) && len(ci.callers) > 0 {
		if f := findfunc(ci.callers[0]); f != nil {
			ci.ahead = append(ci.ahead, f.frame(ci.callers[0]))
		}
		ci.callers = ci.callers[1:]
	}
	if len(ci.ahead) == 0 {
		return
	}
	frame = ci.ahead[0]
	ci.ahead = ci.store[:copy(ci.store[:], ci.ahead[1:])]
	ci.number++
	return frame, len(ci.ahead) > 0
}

// frame is of the call that returns to pc.
func (f *Func) frame(pc uintptr) Frame {
	if pc > f.entry {
		pc--
	}
	fr := Frame{PC: pc, Func: f, Function: funcname(f), Entry: f.entry, startLine: funcstart(f)}
	fr.File, fr.Line = funcline(pc)
	fr.funcInfo.fn = f
	return fr
}
