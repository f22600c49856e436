package main

func main() {
	break
	continue
	if true {
		break
	}
	switch {
	case true:
		continue
	}
	f := func() {
		break
	}
	for {
		func() {
			continue
		}()
	}
	f()
}
